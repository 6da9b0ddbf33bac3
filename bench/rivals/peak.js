// What the engine can do at most: a loop that multiplies and adds in registers alone.

const SUMS = 12;
const names = Array.from({ length: SUMS }, (_, sum) => `$s${sum}`);

/** `loop(n)` multiplies and adds `n · 12 · 4 · 4` times. */
function source(step) {
  const steps = Array.from({ length: 4 }, () => names.map((name) => `(local.set ${name} ${step(name)})`).join("\n"));
  const total = names.slice(1).reduce((sum, name) => `(f32x4.add ${sum} (local.get ${name}))`, `(local.get ${names[0]})`);
  return `(module (func (export "loop") (param $n i32) (result f32)
    ${names.map((name) => `(local ${name} v128)`).join(" ")} (local $a v128) (local $b v128)
    (local.set $a (f32x4.splat (f32.const 0.5))) (local.set $b (f32x4.splat (f32.const 0.25)))
    ${names.map((name, sum) => `(local.set ${name} (f32x4.splat (f32.const ${sum})))`).join(" ")}
    (loop $again ${steps.join("\n")}
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (f32x4.extract_lane 0 ${total})))`;
}

export const plainSource = source((sum) => `(f32x4.add (f32x4.mul (local.get ${sum}) (local.get $a)) (local.get $b))`);
export const relaxedSource = source((sum) => `(f32x4.relaxed_madd (local.get ${sum}) (local.get $a) (local.get $b))`);

/** Floating-point operations of `loop(n)`. */
export const operations = (n) => n * SUMS * 4 * 4 * 2;
