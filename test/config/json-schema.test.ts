import assert from "node:assert/strict";
import { test } from "vitest";
import { jsonSchema } from "../../src/config/json-schema.ts";

type Schema = {
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
  anyOf?: Schema[];
  $ref?: string;
  $defs?: Record<string, Schema>;
  required?: string[];
  enum?: string[];
  description?: string;
};

/** What a schema says at a path of keys; `*` is any name. References and alternatives are followed. */
function at(root: Schema, path: readonly string[]): Schema[] {
  let found: Schema[] = expanded(root, root);
  for (const key of path) {
    found = found.flatMap((schema) => {
      const inner = key === "*" ? schema.additionalProperties : schema.properties?.[key];
      return typeof inner === "object" && inner !== null ? expanded(root, inner as Schema) : [];
    });
  }
  return found;
}

function expanded(root: Schema, schema: Schema): Schema[] {
  const target = schema.$ref ? root.$defs![schema.$ref.split("/").at(-1)!] : schema;
  return target.anyOf ? [target, ...target.anyOf.flatMap((one) => expanded(root, one))] : [target];
}

test("the schema of a model lists the keys of every part, and refuses others", () => {
  const schema = jsonSchema("model") as Schema;
  assert.deepEqual(Object.keys(schema.properties!), [
    "title",
    "extends",
    "parameters",
    "broker",
    "producers",
    "queues",
    "consumers",
  ]);
  assert.equal(schema.additionalProperties, false);
  const [queue] = at(schema, ["queues", "*"]);
  assert.deepEqual(Object.keys(queue.properties!), ["order", "capacity", "max-length", "overflow", "parking"]);
  assert.deepEqual(at(schema, ["queues", "*", "order"])[0].enum, [
    "fifo",
    "lifo",
    "random",
    "priority",
    "preemptive",
    "shortest",
    "sharing",
  ]);
  const [consumer] = at(schema, ["consumers", "*"]);
  assert.deepEqual(consumer.required, ["service"]);
});

test("an editor can complete distributions and their parameters", () => {
  const schema = jsonSchema("model") as Schema;
  const service = at(schema, ["consumers", "*", "service"]).find(({ properties }) => properties?.lognormal);
  assert.ok(service?.properties);
  for (const name of ["exponential", "mixture", "empirical", "times", "phase-type"])
    assert.ok(name in service.properties, name);
  const lognormal = at(schema, ["consumers", "*", "service", "lognormal"]).find(({ properties }) => properties);
  for (const word of ["mean", "cv", "p99", "median"]) assert.ok(word in lognormal!.properties!, word);
});

test("the schema of an experiment holds that of a model", () => {
  const schema = jsonSchema("experiment") as Schema;
  for (const key of ["model", "sweep", "scenarios", "slo", "run", "plots", "watch", "measured"])
    assert.ok(key in schema.properties!, key);
  assert.ok(at(schema, ["model", "consumers", "*", "service", "gamma"]).length > 0);
});

test("every setting of a part is described for people", () => {
  for (const path of [
    ["producers", "*"],
    ["queues", "*"],
    ["consumers", "*"],
  ]) {
    const schema = jsonSchema("model") as Schema;
    const [part] = at(schema, path);
    for (const key of Object.keys(part.properties!)) {
      const described = [part.properties![key], ...at(schema, [...path, key])].some(({ description }) => description);
      assert.ok(described || key === "classes" || key === "queue" || key === "then", `${path[0]}.${key}`);
    }
  }
});
