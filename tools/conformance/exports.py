"""What the other side's libraries make of our exports: `python exports.py stix|misp|case|crate PATH…`, facts as a JSON list.

stix2 and stix2-patterns (OASIS), PyMISP (CIRCL), rdflib and pySHACL with the ontologies of CASE 1.4 that case-utils ships, ro-crate-py.
Each raises where it does not take what it gets.
"""

import json
import sys
from collections import Counter


def stix(path):
    import stix2
    from stix2patterns.v21.pattern import Pattern

    text = open(path, encoding="utf-8").read()
    raw = json.loads(text)["objects"]
    bundle = stix2.parse(text, allow_custom=False)
    observables, patterns = 0, 0
    for o in raw:
        if o["type"] == "indicator":
            Pattern(o["pattern"])
            patterns += 1
        # Ids of observables, as the library makes them of the values.
        if "created" not in o:
            values = {k: v for k, v in o.items() if k != "id"}
            assert stix2.parse(values).id == o["id"], o["id"]
            observables += 1
    again = json.loads(bundle.serialize())["objects"]
    key = lambda o: o["id"]
    assert sorted(map(key, again)) == sorted(map(key, raw))
    return {
        "types": dict(sorted(Counter(o["type"] for o in bundle.objects).items())),
        "observables": observables,
        "patterns": patterns,
        "counts": sum(o["count"] for o in bundle.objects if o["type"] == "sighting"),
    }


def misp(path):
    from pymisp import MISPEvent, MISPObject

    event = MISPEvent()
    event.load_file(path)
    known = 0
    for o in event.objects:
        template = MISPObject(o.name)
        assert template.template_uuid == o.template_uuid and str(template.template_version) == str(o.template_version), o.name
        for a in o.attributes:
            assert template._definition["attributes"][a.object_relation]["misp-attribute"] == a.type, a.object_relation
        known += 1
    attributes = list(event.attributes) + [a for o in event.objects for a in o.attributes]
    types = event.describe_types
    for a in attributes:
        assert a.type in types["category_type_mappings"][a.category], (a.category, a.type)
    return {
        "attributes": len(attributes),
        "objects": known,
        "to_ids": sum(1 for a in attributes if a.to_ids),
        "sightings": sum(len(a.sightings) for a in attributes),
        "tags": [t.name for t in event.tags],
        "distribution": int(event.distribution),
        "published": event.published,
    }


ONTOLOGY = []


def case(path):
    import importlib.resources

    import pyshacl
    from rdflib import Graph
    from rdflib.namespace import OWL, RDF, RDFS

    data = Graph().parse(path, format="json-ld")
    if not ONTOLOGY:
        with importlib.resources.files("case_utils.ontology").joinpath("case-1.4.0.ttl").open("rb") as f:
            ONTOLOGY.append(Graph().parse(f, format="turtle"))
    ontology = ONTOLOGY[0]
    # Of the ontology the data needs what is a class of what: with all of it the check takes ten times as long.
    classes = Graph()
    for triple in ontology.triples((None, RDFS.subClassOf, None)):
        classes.add(triple)
    conforms, _, report = pyshacl.validate(data, shacl_graph=ontology, ont_graph=classes, inference="none")
    assert conforms, report[:2000]
    # Every class and property is one of the ontology.
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    terms = {s for k in kinds for s in ontology.subjects(RDF.type, k)}
    used = {o for o in data.objects(None, RDF.type)} | {p for p in data.predicates() if p != RDF.type}
    assert used <= terms, sorted(used - terms)
    count = Counter(str(o).rsplit("/", 1)[-1] for o in data.objects(None, RDF.type))
    return {"triples": len(data), "types": dict(sorted(count.items())), "terms": len(used)}


def crate(path):
    from rocrate.rocrate import ROCrate

    c = ROCrate(path)
    files = {e.id: e for e in c.data_entities}
    assert all(e.type == "File" for e in files.values())
    return {
        "name": c.name,
        "files": sorted(files),
        "license": c.root_dataset["license"].id,
        "version": str(c.metadata["conformsTo"].id if hasattr(c.metadata["conformsTo"], "id") else c.metadata["conformsTo"]),
    }


if __name__ == "__main__":
    ask = {"stix": stix, "misp": misp, "case": case, "crate": crate}[sys.argv[1]]
    print(json.dumps([ask(p) for p in sys.argv[2:]]))
