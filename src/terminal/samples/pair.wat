(module
  (type $pair (struct (field i32) (field i32)))
  (func (export "first") (param i32 i32) (result i32)
    (struct.get $pair 0
      (struct.new $pair (local.get 0) (local.get 1)))))
