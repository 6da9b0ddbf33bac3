// Each is made for a shape and answers with a function that takes three Float32Arrays and fills a fourth: what it
// costs to bring the numbers in and out is counted for all.
import init, { Attention } from "/npm/index.js";
import * as ort from "/modules/onnxruntime-web/dist/ort.wasm.min.mjs";
import { blocked, plain } from "./javascript.js";
import { byProducts, fused } from "./model.js";

const tf = globalThis.tf;

export async function contenders() {
  await init();
  ort.env.wasm.wasmPaths = "/modules/onnxruntime-web/dist/";
  ort.env.wasm.numThreads = 1;
  tf.wasm.setWasmPaths("/modules/@tensorflow/tfjs-backend-wasm/dist/");
  tf.wasm.setThreadsCount(1);
  await tf.setBackend("wasm");
  await tf.ready();
  return [
    { name: "attention-mixer", ours: true, make: mixer },
    { name: "onnxruntime-web, products", make: (n, d) => onnx(byProducts(n, d), [n, d]) },
    { name: "onnxruntime-web, MultiHeadAttention", make: (n, d) => onnx(fused(n, d), [1, n, d]) },
    { name: "tfjs wasm", make: tensorflow },
    { name: "JavaScript, plain", make: plain },
    { name: "JavaScript, blocked", make: blocked },
  ];
}

function mixer(n, d) {
  const attention = new Attention({ tokens: n, d, scale: "sqrt_dk" });
  return (q, k, v, output) => output.set(attention.run(q, k, v));
}

async function onnx(model, shape) {
  const session = await ort.InferenceSession.create(model, { executionProviders: ["wasm"] });
  return async (q, k, v, output) => {
    const tensor = (data) => new ort.Tensor("float32", data, shape);
    const result = await session.run({ q: tensor(q), k: tensor(k), v: tensor(v) });
    output.set(result.output.data);
  };
}

function tensorflow(n, d) {
  return (q, k, v, output) => {
    const result = tf.tidy(() => {
      const tensor = (data) => tf.tensor2d(data, [n, d]);
      const scores = tf.matMul(tensor(q), tensor(k), false, true);
      return tf.matMul(tf.softmax(tf.mul(scores, 1 / Math.sqrt(d))), tensor(v));
    });
    output.set(result.dataSync());
    result.dispose();
  };
}
