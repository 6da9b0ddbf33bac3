// Attention as an ONNX model, written straight into protobuf: a field is its number and wire type, then its value.

const bytes = (...parts) => parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part));

function varint(value) {
  const out = [];
  for (; value > 127; value = Math.floor(value / 128)) out.push((value % 128) + 128);
  return [...out, value];
}

const number = (field, value) => [...varint(field * 8), ...varint(value)];
const text = (field, value) => message(field, bytes(value));
const message = (field, body) => [...varint(field * 8 + 2), ...varint(body.length), ...body];
const float = (field, value) => [...varint(field * 8 + 5), ...new Uint8Array(new Float32Array([value]).buffer)];

/** The fields of onnx.proto that a model of a few nodes needs. */
const intAttribute = (name, value) => message(5, [...text(1, name), ...number(3, value), ...number(20, 2)]);
const floatAttribute = (name, value) => message(5, [...text(1, name), ...float(2, value), ...number(20, 1)]);
const intsAttribute = (name, values) =>
  message(5, [...text(1, name), ...values.flatMap((value) => number(8, value)), ...number(20, 7)]);

const node = (type, inputs, outputs, attributes = [], domain = "") =>
  message(1, [
    ...inputs.flatMap((name) => text(1, name)),
    ...outputs.flatMap((name) => text(2, name)),
    ...text(4, type),
    ...attributes.flat(),
    ...(domain ? text(7, domain) : []),
  ]);

const value = (field, name, shape) => {
  const dimensions = shape.flatMap((size) => message(1, number(1, size)));
  const tensor = [...number(1, 1), ...message(2, dimensions)];
  return message(field, [...text(1, name), ...message(2, message(1, tensor))]);
};

const scalar = (name, number32) => message(5, [...number(2, 1), ...text(8, name), ...message(4, [...new Uint8Array(new Float32Array([number32]).buffer)])]);

function model(nodes, constants, shape) {
  const graph = [
    ...nodes.flat(),
    ...text(2, "attention"),
    ...constants.flat(),
    ...["q", "k", "v"].flatMap((name) => value(11, name, shape)),
    ...value(12, "output", shape),
  ];
  const opset = (domain, version) => message(8, [...text(1, domain), ...number(2, version)]);
  return new Uint8Array([...number(1, 8), ...message(7, graph), ...opset("", 17), ...opset("com.microsoft", 1)]);
}

/** As it is written: two products and a softmax between them. */
export const byProducts = (n, d) =>
  model(
    [
      node("Transpose", ["k"], ["kT"], [intsAttribute("perm", [1, 0])]),
      node("MatMul", ["q", "kT"], ["scores"]),
      node("Mul", ["scores", "s"], ["scaled"]),
      node("Softmax", ["scaled"], ["weights"], [intAttribute("axis", 1)]),
      node("MatMul", ["weights", "v"], ["output"]),
    ],
    [scalar("s", 1 / Math.sqrt(d))],
    [n, d],
  );

/** As one operator of the runtime's own. */
export const fused = (n, d) =>
  model(
    [
      node(
        "MultiHeadAttention",
        ["q", "k", "v"],
        ["output"],
        [intAttribute("num_heads", 1), floatAttribute("scale", 1 / Math.sqrt(d))],
        "com.microsoft",
      ),
    ],
    [],
    [1, n, d],
  );
