//! Files of network programs as those write them, and as people mend them by hand.

use tertius::Study;
use tertius_formats::{Error, Shape, read_as};

use crate::support::{folder, read_file, shown, told};

fn read_all(name: &str, bytes: impl AsRef<[u8]>) -> String {
    let reading = read_file(name, bytes);
    shown(&reading) + &told(&reading)
}

#[test]
fn graphml_with_defaults_types_and_what_a_study_does_not_take() {
    let text = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- by hand -->
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key id="d0" for="node" attr.name="sector" attr.type="string"><default>HE</default></key>
  <key id="d1" for="node" yfiles.type="nodegraphics"/>
  <key id="d2" for="edge" attr.name="weight" attr.type="double"/>
  <key id="d3" for="edge" attr.name="type" attr.type="string"/>
  <key id="d4" for="graph" attr.name="made" attr.type="string"/>
  <key id="d5" for="node" attr.name="kind" attr.type="string"/>
  <graph id="G" edgedefault="directed">
    <data key="d4">2019</data>
    <node id="a"><data key="d5">school</data>
      <data key="d1"><y:ShapeNode><y:NodeLabel>St Mary&apos;s &amp; Co &lt;b&gt; caf&#233;</y:NodeLabel></y:ShapeNode></data>
    </node>
    <node id="b"><data key="d0"><![CDATA[F&E]]></data><port name="north"/></node>
    <node id="c"><graph><node id="c::1"/></graph></node>
    <edge source="a" target="b"><data key="d2">1e-05</data><data key="d3">advises</data></edge>
    <edge source="b" target="c" directed="false" id="e7"/>
    <hyperedge><endpoint node="a"/><endpoint node="b"/><endpoint node="c"/></hyperedge>
  </graph>
  <graph edgedefault="directed"><node id="z"/></graph>
</graphml>"#;
    insta::assert_snapshot!(read_all("a.graphml", text), @r"
    organisations (1: id | name | kind (as given) | sector)
      12: a | St Mary's & Co <b> café | school | HE
      15: b |  |  | F&E
      16: c |  |  | HE
    ties (1: from | to | directed | weight | type | id)
      17: a | b | yes | 1e-05 | advises | 
      18: b | c | no |  |  | e7
    Note network-file at a.graphml: read as GraphML: 3 nodes as actors, 2 edges as ties
    Warning unread-part at a.graphml, row 21: not read: graphs after the first (1 time)
    Note unread-detail at a.graphml, row 11: not read: attributes and descriptions of the graph (1 time)
    Note unread-detail at a.graphml, row 13: not read: positions, shapes and colours (1 time)
    Warning unread-part at a.graphml, row 15: not read: ports of nodes (1 time)
    Warning unread-part at a.graphml, row 16: not read: graphs inside nodes (1 time)
    Warning unread-part at a.graphml, row 19: not read: edges that join more than two nodes (1 time)
    Note renamed-column at a.graphml: read as `kind (as given)`: its cells are not what a study has in that column [kind]
    ");
    let study = Study::from_reading(read_file("a.graphml", text));
    assert!(!study.has_errors(), "{:?}", study.problems);
    assert_eq!(study.organisations[0].name, "St Mary's & Co <b> café");
    assert_eq!(study.ties[0].weight, Some(1e-5));
}

#[test]
fn what_is_wrong_in_xml_is_told_with_its_line() {
    let broken = "<graphml>\n<graph>\n<node id='a'>\n</graph></graphml>";
    insta::assert_snapshot!(read_all("a.graphml", broken), @"Error unreadable-file at a.graphml, row 4: not read: ill-formed document: expected `</node>`, but `</graph>` was found -> save it again from the program that made it");
    insta::assert_snapshot!(read_all("a.graphml", "<graphml>\n<graph>\n<node id='a'/>"), @"Error unreadable-file at a.graphml, row 2: not read: <graph> is never closed -> save it again from the program that made it");
    insta::assert_snapshot!(read_all("a.graphml", "\n<gexf/>"), @"Error unreadable-file at a.graphml, row 2: not read: it begins with <gexf> and not with <graphml> -> save it again from the program that made it");
    insta::assert_snapshot!(read_all("a.gexf", "<gexf/>"), @"Error unreadable-file at a.gexf, row 1: there is no <graph> in it");
    insta::assert_snapshot!(read_all("a.gexf", ""), @"Error unreadable-file at a.gexf, row 1: not read: this is not XML -> save it again from the program that made it");
    insta::assert_snapshot!(read_all("a.graphml", "<graphml>\n&nbsp;</graphml>"), @"Error unreadable-file at a.graphml, row 2: not read: `&nbsp;` stands for nothing -> save it again from the program that made it");
    let deep = "<graphml>".repeat(100_000);
    insta::assert_snapshot!(read_all("a.graphml", deep), @"Error unreadable-file at a.graphml, row 1: not read: its elements are nested too deep -> save it again from the program that made it");
}

#[test]
fn problems_of_rows_carry_the_line_of_the_file() {
    let text = "<graphml><graph edgedefault='undirected'>\n<node id='a'/>\n<node id='b'/>\n<node id='a'/>\n\
                <edge source='a' target='nobody'/>\n<edge source='a' target='b'><data key='weight'>-3</data></edge>\n\
                <edge source='a' target='b'><data key='weight'>often</data></edge>\n</graph></graphml>";
    let study = Study::from_reading(read_file("a.graphml", text));
    let told: Vec<String> = study
        .problems
        .iter()
        .map(|it| format!("{:?} {}: {}: {}", it.severity, it.code, it.place, it.message))
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    Error duplicate-id: a.graphml, row 4: row 2 of organisations has this identifier too
    Error unknown-id: a.graphml, row 5: no row of organisations or people has this identifier or name
    Error bad-number: a.graphml, row 6: a weight or count cannot be negative
    Error bad-number: a.graphml, row 7: this is not a number
    Warning repeated-tie: a.graphml, row 7: row 6 records the same tie
    Warning near-duplicate-name: a.graphml, row 4: the same as `a` in row 2
    Note network-file: a.graphml: read as GraphML: 3 nodes as actors, 3 edges as ties
    ");
}

#[test]
fn gexf_of_gephi_with_pictures_and_times() {
    let text = r#"<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
  <meta lastmodifieddate="2024-03-01"><creator>Gephi 0.10</creator></meta>
  <graph defaultedgetype="directed" mode="dynamic">
    <attributes class="node" mode="static">
      <attribute id="modularity_class" title="Modularity Class" type="integer"><default>0</default></attribute>
      <attribute id="1" title="sector" type="string"/>
    </attributes>
    <attributes class="edge"><attribute id="0" title="relation" type="string"/></attributes>
    <nodes>
      <node id="1.0" label="Uni &quot;A&quot;" start="2019-01-01" end="2021">
        <attvalues><attvalue for="modularity_class" value="3"/><attvalue for="1" value="HE"/></attvalues>
        <viz:size value="10.0"/><viz:position x="1" y="2"/><viz:color r="1" g="2" b="3"/>
      </node>
      <node id="2.0" label="Col"><nodes><node id="2.1" label="Inner"/></nodes></node>
      <node id="3.0"/>
    </nodes>
    <edges>
      <edge id="0" source="1.0" target="2.0" weight="2.5" type="undirected"/>
      <edge id="1" source="2.0" target="3.0" type="mutual" start="2020"><attvalues><attvalue for="0" value="advises"/></attvalues></edge>
      <edge id="2" source="3.0" target="1.0" kind="trusts"><spells><spell start="2019"/></spells></edge>
    </edges>
  </graph>
</gexf>"#;
    insta::assert_snapshot!(read_all("a.gexf", text), @r#"
    organisations (1: id | name | opened | closed | Modularity Class | sector)
      11: 1.0 | Uni "A" | 2019-01-01 | 2021 | 3 | HE
      15: 2.0 | Col |  |  | 0 | 
      15: 2.1 | Inner |  |  | 0 | 
      16: 3.0 |  |  |  | 0 | 
    ties (1: from | to | directed | weight | id | start | relation)
      19: 1.0 | 2.0 | no | 2.5 | 0 |  | 
      20: 2.0 | 3.0 | yes |  | 1 | 2020 | advises
      20: 3.0 | 2.0 | yes |  | 1 | 2020 | advises
      21: 3.0 | 1.0 | yes |  | 2 |  | trusts
    Note network-file at a.gexf: read as GEXF: 4 nodes as actors, 4 edges as ties
    Note unread-detail at a.gexf, row 3: not read: the description of the file (1 time)
    Warning unread-part at a.gexf, row 4: not read: that the network changes over time: everything is read as there at once (1 time)
    Note unread-detail at a.gexf, row 13: not read: positions, shapes and colours (3 times)
    Warning unread-part at a.gexf, row 15: not read: which node lies in which (1 time)
    Warning unread-part at a.gexf, row 21: not read: times at which nodes or edges are there (1 time)
    "#);
    assert!(!Study::from_reading(read_file("a.gexf", text)).has_errors());
}

#[test]
fn pajek_with_comments_quotes_relations_matrices_and_old_letters() {
    let text = b"% made by hand\r\n*Network Melton\r\n*Vertices 4\r\n1 \"St Mary's, Leeds\" 0.1 0.2 0.5 box ic Red sector HE\r\n\
        2 \"Coll\xe8ge &#34;B&#34;\" [2010-2012]\r\n3 \"C\"\r\n\r\n*Arcs :1 \"advises\"\r\n1 2 2.5 c Blue l \"weekly\"\r\n2 1\r\n*Edges\r\n-3 1 1\r\n\
        *Arcslist\r\n1 3 4\r\n*Edgeslist\r\n2 4\r\n*Partition schools\r\n*Vertices 4\r\n1\r\n2\r\n";
    insta::assert_snapshot!(read_all("a.net", text), @r#"
    organisations (1: id | name | sector)
      4: St Mary's, Leeds | St Mary's, Leeds | HE
      5: Collège "B" | Collège "B" | 
      6: C | C | 
      3: 4 | 4 | 
    ties (1: from | to | directed | weight | label | relation)
      9: St Mary's, Leeds | Collège "B" | yes | 2.5 | weekly | advises
      10: Collège "B" | St Mary's, Leeds | yes |  |  | advises
      12: C | St Mary's, Leeds | no | 1 |  | 
      14: St Mary's, Leeds | C | yes |  |  | 
      14: St Mary's, Leeds | 4 | yes |  |  | 
      16: Collège "B" | 4 | no |  |  | 
    Note encoding at a.net: read as Windows-1252 (Western European), because it is not UTF-8
    Note network-file at a.net: read as Pajek: 4 nodes as actors, 6 edges as ties
    Note unread-detail at a.net, row 2: not read: the name of the network (1 time)
    Note unread-detail at a.net, row 4: not read: positions, shapes and colours (6 times)
    Warning unread-part at a.net, row 5: not read: times at which vertices or lines are there (1 time)
    Warning unread-part at a.net, row 17: not read: partitions, vectors and what else is no network (1 time)
    "#);
    insta::assert_snapshot!(read_all("a.net", "\u{feff}*vertices 3\n1 A\n2 A\n*matrix\n0 1 0\n1 0 0.5\n0 0 0\n"), @r"
    organisations (1: id | name)
      2: 1 | A
      3: 2 | A
      1: 3 | 3
    ties (1: from | to | directed | weight)
      5: 1 | 2 | yes | 1
      6: 2 | 1 | yes | 1
      6: 2 | 3 | yes | 0.5
    Note network-file at a.net: read as Pajek: 3 nodes as actors, 3 edges as ties
    ");
    insta::assert_snapshot!(read_all("a.net", "*Vertices 3 2\n1 \"a\"\n2 \"b\"\n3 \"party\"\n*Matrix\n1\n0\n"), @r"
    organisations (1: id | name)
      2: a | a
      3: b | b
    activities (1: id | name)
      4: party | party
    participation (1: actor | activity)
      6: a | party
    Note network-file at a.net: read as Pajek: 3 nodes of two modes, 1 of the second as activities, and 1 edge as parts in them
    ");
    insta::assert_snapshot!(read_all("a.net", "*Vertices 3 1\n1 \"a\"\n2 \"b\"\n3 \"c\"\n*Edges\n1 2\n1 3 2\n"), @r"
    organisations (1: id | name)
      2: a | a
    activities (1: id | name)
      3: b | b
      4: c | c
    participation (1: actor | activity | weight)
      6: a | b | 
      7: a | c | 2
    Note network-file at a.net: read as Pajek: 3 nodes of two modes, 2 of the second as activities, and 2 edges as parts in them
    ");
}

#[test]
fn what_is_wrong_in_pajek_is_told_with_its_line() {
    insta::assert_snapshot!(read_all("a.net", "1 2\n2 3\n"), @"Error unreadable-file at a.net, row 1: this is not a Pajek network: it begins with *Vertices and how many they are");
    insta::assert_snapshot!(read_all("a.net", "*Vertices many\n"), @r"
    organisations (1: id | name)
    ties (1: from | to | directed)
    Error bad-number at a.net, row 1: *Vertices does not say how many they are [many]
    Note network-file at a.net: read as Pajek: 0 nodes as actors, 0 edges as ties
    ");
    insta::assert_snapshot!(read_all("a.net", "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Arcs\n1 3\n1 2 1\n*Matrix\n0 1 1\n"), @r"
    organisations (1: id | name)
      2: a | a
      3: b | b
    ties (1: from | to | directed | weight)
      6: a | b | yes | 1
    Error unknown-id at a.net, row 5: there is no vertex of this number: they go from 1 to 2 [3]
    Error unreadable-file at a.net, row 8: a row of the matrix has 3 cells, not 2, or is one too many [0 1 1]
    Note network-file at a.net: read as Pajek: 2 nodes as actors, 1 edge as ties
    ");
}

#[test]
fn dl_in_the_forms_of_ucinet() {
    let full = "DL N = 3\nFORMAT = FULLMATRIX\nLABELS:\nann, \"Ben Lee\"\ncat\nDATA:\n0 1 0\n1 0 2.5\n0 2.5 0\n";
    insta::assert_snapshot!(read_all("a.dl", full), @r"
    organisations (1: id | name)
      6: ann | ann
      6: Ben Lee | Ben Lee
      6: cat | cat
    ties (1: from | to | directed | weight)
      7: ann | Ben Lee | no | 1
      8: Ben Lee | cat | no | 2.5
    Note network-file at a.dl: it says the same both ways: ties are read as undirected
    Note network-file at a.dl: read as UCINET DL: 3 nodes as actors, 2 edges as ties
    ");
    let embedded =
        "dl n=2 format=fullmatrix\nlabels embedded\ndata:\n ann ben\nann 0 NA\nben 0 0\n";
    insta::assert_snapshot!(read_all("a.dl", embedded), @r"
    organisations (1: id | name)
      3: ann | ann
      3: ben | ben
    ties (1: from | to | directed | status)
      5: ann | ben | yes | unknown
    Note network-file at a.dl: it says not the same both ways: ties are read as directed, from row to column
    Note network-file at a.dl: read as UCINET DL: 2 nodes as actors, 1 edge as ties
    ");
    let list = "dl n=3 format=edgelist1\nlabels embedded\ndata:\nann ben 2\nben ann 3\n";
    insta::assert_snapshot!(read_all("a.dl", list), @r"
    organisations (1: id | name)
      3: ann | ann
      3: ben | ben
      3: 1 | 1
    ties (1: from | to | directed | weight)
      4: ann | ben | yes | 2
      5: ben | ann | yes | 3
    Note network-file at a.dl: it says not the same both ways: ties are read as directed, from row to column
    Note network-file at a.dl: read as UCINET DL: 3 nodes as actors, 2 edges as ties
    ");
    let alters = "dl n=4, format = nodelist1\ndata:\n1 2 3\n2 1\n";
    insta::assert_snapshot!(read_all("a.dl", alters), @r"
    organisations (1: id | name)
      2: 1 | 1
      2: 2 | 2
      2: 3 | 3
      2: 4 | 4
    ties (1: from | to | directed)
      3: 1 | 2 | yes
      3: 1 | 3 | yes
      4: 2 | 1 | yes
    Note network-file at a.dl: it says not the same both ways: ties are read as directed, from row to column
    Note network-file at a.dl: read as UCINET DL: 4 nodes as actors, 3 edges as ties
    ");
    let half = "dl n=3 format=lowerhalf diagonal=absent\nlabels: a b c\ndata:\n1\n0 1\n";
    insta::assert_snapshot!(read_all("a.dl", half), @r"
    organisations (1: id | name)
      3: a | a
      3: b | b
      3: c | c
    ties (1: from | to | directed | weight)
      4: a | b | no | 1
      5: b | c | no | 1
    Note network-file at a.dl: it says the same both ways: ties are read as undirected
    Note network-file at a.dl: read as UCINET DL: 3 nodes as actors, 2 edges as ties
    ");
}

#[test]
fn dl_of_two_modes_and_of_several_relations() {
    let two =
        "dl nr=2 nc=3\nrow labels:\nann\nben\ncolumn labels:\np q \"r s\"\ndata:\n1 0 1\n0 1 0\n";
    insta::assert_snapshot!(read_all("a.dl", two), @r"
    organisations (1: id | name)
      7: ann | ann
      7: ben | ben
    activities (1: id | name)
      7: p | p
      7: q | q
      7: r s | r s
    participation (1: actor | activity)
      8: ann | p
      8: ann | r s
      9: ben | q
    Note network-file at a.dl: read as UCINET DL: 5 nodes of two modes, 3 of the second as activities, and 3 edges as parts in them
    ");
    let two = "dl nr=2 nc=2 format=edgelist2 row labels embedded column labels embedded data:\nann p\nben q 2\n";
    insta::assert_snapshot!(read_all("a.dl", two), @r"
    organisations (1: id | name)
      1: ann | ann
      1: ben | ben
    activities (1: id | name)
      1: p | p
      1: q | q
    participation (1: actor | activity | weight)
      2: ann | p | 
      3: ben | q | 2
    Note network-file at a.dl: read as UCINET DL: 4 nodes of two modes, 2 of the second as activities, and 2 edges as parts in them
    ");
    let unnamed = "dl nr=1 nc=2\ndata:\n1 2\n";
    insta::assert_snapshot!(read_all("a.dl", unnamed), @r"
    organisations (1: id | name)
      2: 1 | 1
    activities (1: id | name)
      2: 1 (column) | 1
      2: 2 | 2
    participation (1: actor | activity | weight)
      3: 1 | 1 (column) | 1
      3: 1 | 2 | 2
    Note network-file at a.dl: read as UCINET DL: 3 nodes of two modes, 2 of the second as activities, and 2 edges as parts in them
    ");
    let several =
        "dl n=2 nm=2 labels: a,b matrix labels: trusts,advises data:\n0 1\n0 0\n0 1 1 0\n";
    insta::assert_snapshot!(read_all("a.dl", several), @r"
    organisations (1: id | name)
      1: a | a
      1: b | b
    ties (1: from | to | directed | weight | relation)
      2: a | b | yes | 1 | trusts
      4: a | b | no | 1 | advises
    Note network-file at a.dl: some of its matrices say the same both ways: their ties are read as undirected, the others as directed
    Note network-file at a.dl: read as UCINET DL: 2 nodes as actors, 2 edges as ties
    ");
}

#[test]
fn what_is_wrong_in_dl_is_told_with_its_line() {
    for text in [
        "n=3\ndata:\n",
        "dl n=3\n0 1 0\n",
        "dl\ndata:\n1 2\n",
        "dl n=x\ndata:\n",
        "dl n=2 format=blockmatrix\ndata:\n1\n",
        "dl n=2\ndata:\n0 1\n1\n",
        "dl n=2\ndata:\n0 1\n1 0\n7\n",
        "dl n=2 format=edgelist1\ndata:\n1 2\nann 2\n",
        "dl n=2 format=edgelist1\nlabels embedded\ndata:\na b\na c\n",
        "dl n=2\nlabels: a b c\ndata:\n0 1 1 0",
        "dl n=2\nlabels: a A\ndata:\n0 1 1 0",
        "dl nr=2 nc=5 format=upperhalf\ndata:\n1 1 1 1 1 1 1 1 1 1",
        "dl n=2 colour\ndata:\n0 1 1 0",
    ] {
        let reading = read_file("a.dl", text);
        assert_eq!(reading.problems.len(), 1, "{text}: {}", told(&reading));
        assert_eq!(reading.problems[0].code, "unreadable-file", "{text}");
        assert!(reading.problems[0].place.row.is_some(), "{text}");
    }
    insta::assert_snapshot!(read_all("a.dl", "dl n=2 format=edgelist1\ndata:\n1 2\nann 2\n"), @"Error unreadable-file at a.dl, row 4: `ann` is not the number of an actor: they go from 1 to 2; labels in the data need `labels embedded`");
}

#[test]
fn node_link_json_of_networkx_and_d3() {
    let networkx = r#"{"directed": true, "multigraph": false, "graph": {"study": "Melton", "notice": "Invented.", "year": 2019},
        "nodes": [{"sector": "HE", "id": 1}, {"sector": null, "open": true, "tags": ["x", "y"], "id": "b"}],
        "links": [{"weight": 0.30000000000000004, "source": 1, "target": "b"}]}"#;
    insta::assert_snapshot!(read_all("a.json", networkx), @r"
    organisations (1: id | name | sector | open | tags)
      2: 1 |  | HE |  | 
      3: b |  |  | yes | x;y
    ties (1: from | to | directed | weight)
      2: 1 | b | yes | 0.30000000000000004
    Note network-file at a.json: read as node-link JSON: 2 nodes as actors, 1 edge as ties
    Note unread-detail at a.json: not read: attributes of the graph (1 time)
    ");
    let study = Study::from_reading(read_file("a.json", networkx));
    assert_eq!(study.ties[0].weight, Some(0.1 + 0.2));
    assert_eq!((study.title(), study.settings.notice.as_str()), ("Melton", "Invented."));
    let d3 = r#"{"nodes": [{"name": "Myriel", "group": 1}, {"name": "Napoleon", "group": 1}], "links": [{"source": 1, "target": 0, "value": 1}]}"#;
    insta::assert_snapshot!(read_all("a.json", d3), @r"
    organisations (1: id | name | group)
      2: Myriel |  | 1
      3: Napoleon |  | 1
    ties (1: from | to | directed | value)
      2: Napoleon | Myriel | no | 1
    Note network-file at a.json: it does not say whether links have a direction: read as undirected
    Note network-file at a.json: read as node-link JSON: 2 nodes as actors, 1 edge as ties
    ");
    insta::assert_snapshot!(read_all("a.json", r#"{"nodes": [1], "links": []}"#), @r#"Error unreadable-file at a.json: not a network in node-link JSON: invalid type: integer `1`, expected an object at line 1 column 12 -> a network is {"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}]}"#);
    let two = r#"{"directed": false, "nodes": [{"id": "a", "bipartite": 0}, {"id": "p", "bipartite": 1}], "edges": [{"source": "p", "target": "a"}]}"#;
    insta::assert_snapshot!(read_all("a.json", two), @r"
    organisations (1: id | name)
      2: a | 
    activities (1: id | name)
      3: p | 
    participation (1: actor | activity)
      2: a | p
    Note network-file at a.json: read as node-link JSON: 2 nodes of two modes, 1 of the second as activities, and 1 edge as parts in them
    ");
}

#[test]
fn people_are_people_and_columns_with_another_use_keep_their_cells() {
    let text = r#"{"directed": false,
        "nodes": [{"id": "ann", "kind": "person", "name": "Ann Lee"}, {"id": "uni", "kind": "unit", "parent": "nowhere", "source": "web"}],
        "edges": [{"source": "ann", "target": "uni", "from": "x", "status": "active"}]}"#;
    insta::assert_snapshot!(read_all("a.json", text), @r"
    organisations (1: id | name | kind | parent (as given) | source (as given))
      3: uni |  | unit | nowhere | web
    people (1: id | name)
      2: ann | Ann Lee
    ties (1: from | to | directed | from (as given) | status (as given))
      2: ann | uni | no | x | active
    Note network-file at a.json: read as node-link JSON: 2 nodes as actors, 1 edge as ties
    Note renamed-column at a.json, sheet nodes: read as `parent (as given)`: its cells are not what a study has in that column [parent]
    Note renamed-column at a.json, sheet nodes: read as `source (as given)`: its cells are not what a study has in that column [source]
    Note renamed-column at a.json, sheet links: read as `from (as given)`: its cells are not what a study has in that column [from]
    Note renamed-column at a.json, sheet links: read as `status (as given)`: its cells are not what a study has in that column [status]
    ");
    let study = Study::from_reading(read_file("a.json", text));
    assert!(!study.has_errors(), "{:?}", study.problems);
    let net = study.network(&study.default_view().unwrap()).unwrap();
    assert_eq!((net.actors().len(), net.ties().len()), (2, 1));
}

#[test]
fn modes_are_two_only_where_every_tie_joins_both() {
    let text = |to: &str| {
        format!(
            "<graphml><key id='t' for='node' attr.name='type' attr.type='boolean'/><graph edgedefault='undirected'>\
            <node id='a'><data key='t'>false</data></node><node id='b'><data key='t'>false</data></node>\
            <node id='p'><data key='t'>true</data></node><edge source='p' target='{to}'/><edge source='a' target='p'/></graph></graphml>"
        )
    };
    let study = Study::from_reading(read_file("a.graphml", text("b")));
    assert_eq!(
        (study.organisations.len(), study.activities.len(), study.participation.len()),
        (2, 1, 2)
    );
    assert!(!study.has_errors(), "{:?}", study.problems);
    let other = text("b").replace("source='a' target='p'", "source='a' target='b'");
    let study = Study::from_reading(read_file("a.graphml", other));
    assert_eq!((study.organisations.len(), study.ties.len()), (3, 2));
}

#[test]
fn old_letters_are_read_as_the_file_declares() {
    let bytes = b"<?xml version='1.0' encoding='ISO-8859-2'?><graphml><graph><node id='\xa3\xf3d\xbc'/></graph></graphml>";
    let reading = read_file("a.graphml", bytes);
    assert_eq!(reading.sheets[0].1.row(0).cell(0), "Łódź");
}

#[test]
fn a_shape_is_for_tables_alone() {
    let folder = folder(&[("a.net", b"*Vertices 1\n")]);
    let refused = read_as(&folder.path().join("a.net"), Shape::EdgeList).unwrap_err();
    assert!(matches!(refused, Error::NotOneTable { .. }));
    assert!(
        refused.to_string().ends_with(
            "is a file of a network program: a shape can only be given for a single table"
        )
    );
}
