(module
  (memory (export "memory") 1)
  ;; Ten squares, written into memory before anything else happens.
  (func $fill (export "fill")
    (local $i i32)
    (loop $next
      (i32.store (i32.mul (local.get $i) (i32.const 4))
        (i32.mul (local.get $i) (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 10)))))
  (func (export "square") (param $i i32) (result i32)
    (i32.load (i32.mul (local.get $i) (i32.const 4)))))
