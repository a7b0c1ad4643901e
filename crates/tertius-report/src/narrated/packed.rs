//! Lists of like objects without their keys: with them, a page of 500 actors weighs twice as much.
//! The page holds the keys once, and `unpack.js` puts them back before the viewer reads its data.

use serde_json::{Value, json};

/// The keys of like objects, in their order, and those whose own objects are without keys too. A
/// key that an object may lack comes last.
struct Shape {
    keys: &'static [&'static str],
    inner: &'static [(&'static str, &'static Shape)],
}

static NOTE: Shape = Shape { keys: &["note", "quote", "source"], inner: &[] };
static EVIDENCE: Shape = Shape {
    keys: &["relation", "wave", "certainty", "status", "says", "note"],
    inner: &[("note", &NOTE)],
};
static TIE: Shape =
    Shape { keys: &["from", "to", "strength", "evidence"], inner: &[("evidence", &EVIDENCE)] };
static ACTOR: Shape = Shape {
    keys: &[
        "id",
        "name",
        "aliases",
        "x",
        "y",
        "person",
        "collective",
        "groups",
        "values",
        "why",
        "facts",
        "notes",
    ],
    inner: &[("notes", &NOTE)],
};

/// The data, with the two long lists as rows, and the shapes of those.
pub(super) fn packed(mut data: Value) -> Value {
    for (list, shape) in [("actors", &ACTOR), ("ties", &TIE)] {
        data[list] = shape.pack(data[list].take());
    }
    json!({ "shapes": { "actors": ACTOR.json(), "ties": TIE.json() }, "data": data })
}

impl Shape {
    fn pack(&self, value: Value) -> Value {
        match value {
            Value::Array(list) => list.into_iter().map(|it| self.pack(it)).collect(),
            Value::Object(mut object) => {
                let cell = |key: &&str| {
                    let value = object.remove(*key)?;
                    Some(match self.inner.iter().find(|(name, _)| name == key) {
                        Some((_, shape)) => shape.pack(value),
                        None => value,
                    })
                };
                let row = Value::Array(self.keys.iter().map_while(cell).collect());
                debug_assert!(object.is_empty(), "not in the shape: {object:?}");
                row
            }
            other => other,
        }
    }

    fn json(&self) -> Value {
        let inner = self.inner.iter().map(|(key, shape)| ((*key).to_owned(), shape.json()));
        json!({ "keys": self.keys, "inner": inner.collect::<serde_json::Map<_, _>>() })
    }
}
