(module
  (func (export "room") (param $side i32) (result i32)
    (i32.sub (i32.mul (local.get $side) (local.get $side)) (i32.const 4))))

(assert_return (invoke "room" (i32.const 5)) (i32.const 21))
(assert_return (invoke "room" (i32.const 2)) (i32.const 0))
