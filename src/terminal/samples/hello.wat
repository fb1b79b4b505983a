(module
  ;; What a module needs from outside stands first.
  (import "env" "print" (func $print (param f64)))
  (func $double (param $x f64) (result f64)
    (f64.add (local.get $x) (local.get $x)))
  (func (export "main")
    (call $print (call $double (f64.const 21)))))
