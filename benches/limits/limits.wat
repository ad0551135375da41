;; The least that anything could do with a text: take it in, look at every byte, step through a table by every byte.
;; The tables are written by passes.mjs, which knows the same addresses.
(module
  (memory (export "memory") 4)
  ;; 0x00000  the class of each byte, as the distance of its column in bytes
  ;; 0x00400  the automaton: a row a state, two bytes a class; an entry is the distance of the next state's row
  ;; 0x10000  the text
  ;; 0x20000  what `classify` writes
  ;; 0x30000  what `answer` answers

  (func (export "reserve") (param $bytes i32) (result i32)
    (i32.const 0x10000))

  ;; Answers what stands there already: the way in and out without anything between.
  (func (export "answer") (param $bytes i32) (param $surface i32) (result i32)
    (i32.const 0x30000))

  ;; Writes the class of every byte.
  (func (export "classify") (param $bytes i32) (result i32)
    (local $at i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $bytes)))
        (i32.store8 offset=0x20000 (local.get $at)
          (i32.load8_u (i32.load8_u offset=0x10000 (local.get $at))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (local.get $at))

  ;; One dependent step for every byte. Answers how often it came to a state from `$accepting` on.
  (func (export "walk") (param $bytes i32) (param $accepting i32) (result i32)
    (local $at i32) (local $state i32) (local $count i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $bytes)))
        (local.set $state
          (i32.load16_u offset=0x400
            (i32.add (local.get $state) (i32.load8_u (i32.load8_u offset=0x10000 (local.get $at))))))
        (local.set $count
          (i32.add (local.get $count) (i32.ge_u (local.get $state) (local.get $accepting))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (local.get $count)))
