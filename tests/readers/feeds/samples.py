"""Feeds written by us; all films, people and places in them are made up."""

from __future__ import annotations

RSS_20 = """<?xml version="1.0" encoding="UTF-8"?>
<!-- a comment with a <rss> in it -->
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
 <title>The Harbour Post &#8211; Screen</title>
 <link>https://harbour.example/</link>
 <language>en-GB</language>
 <ttl>90</ttl>
 <item>
  <title>Salt Road review: &lt;em&gt;a long way&lt;/em&gt; &amp;amp; worth it</title>
  <link>/screen/salt-road?a=1&amp;b=2</link>
  <guid isPermaLink="false">hp-1</guid>
  <pubDate>Fri, 04 Aug 2023 18:30:00 +0200</pubDate>
  <dc:creator>Ida Holm</dc:creator>
  <category>Television</category><category>Reviews</category><category>Television</category>
  <description><![CDATA[<p>First &lt;b&gt;line.</p><script>alert(1)</script><p>Second line.</p>]]>
  </description>
  <content:encoded><![CDATA[<!DOCTYPE html><p>The whole text.</p><p>And its end.</p>]]>
  </content:encoded>
 </item>
 <item>
  <title>Only a title</title>
  <author>desk@harbour.example (Jon Berg)</author>
 </item>
 <item><description>neither title nor link</description></item>
</channel></rss>
"""

RSS_091 = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Caf\u00e9 notes</title><link>http://cafe.example/</link>
<item><title>D\u00e9j\u00e0 vu</title><link>http://cafe.example/1</link></item></channel></rss>
"""

RSS_10 = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="https://north.example/"><title>North Screen</title>
<link>https://north.example/</link><sy:updatePeriod>daily</sy:updatePeriod>
<sy:updateFrequency>4</sy:updateFrequency></channel>
<item rdf:about="https://north.example/a"><title>Second series for Tidewrack</title>
<link>https://north.example/a</link><dc:date>2024-02-29T07:05:00-05:00</dc:date>
<dc:creator>Mara Quill</dc:creator><dc:subject>Renewals</dc:subject></item>
</rdf:RDF>
"""

ATOM_10 = """<?xml version="1.0"?>
<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://blog.example/films/" xml:lang="de">
<a:title type="html">Kino &amp;amp; mehr</a:title><a:link href="./"/>
<a:link rel="self" href="atom.xml"/><a:id>urn:x</a:id><a:updated>2024-05-01T00:00:00Z</a:updated>
<a:entry><a:title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Ein <b>Film</b></div>
</a:title><a:id>tag:blog.example,2024:7</a:id><a:link rel="enclosure" href="x.mp3"/>
<a:link rel="alternate" href="7.html"/><a:published>2024-04-30T22:00:00+02:00</a:published>
<a:updated>2024-05-01T10:00:00Z</a:updated><a:author><a:name>Lene Ott</a:name>
<a:email>lene@blog.example</a:email></a:author><a:category term="Drama"/>
<a:summary>Kurz.</a:summary><a:content type="html">&lt;p&gt;Lang.&lt;/p&gt;</a:content></a:entry>
</a:feed>
"""

FILMS = """<rss version="2.0" xmlns:lb="https://letterboxd.com" xmlns:db="https://themoviedb.org">
<channel><title>Films of Ida</title><link>https://films.example/ida/</link>
<item><title>Salt Road, 2023 - \u2605\u2605\u2605\u00bd</title><link>https://films.example/ida/1</link>
<lb:watchedDate>2023-08-04</lb:watchedDate><lb:rewatch>Yes</lb:rewatch>
<lb:filmTitle>Salt Road</lb:filmTitle><lb:filmYear>2023</lb:filmYear>
<lb:memberRating>3.5</lb:memberRating><lb:memberLike>No</lb:memberLike><db:movieId>1234</db:movieId>
</item>
<item><title>Tidewrack, 2020</title><link>https://films.example/ida/2</link>
<lb:filmTitle>Tidewrack</lb:filmTitle><lb:filmYear>soon</lb:filmYear>
<lb:memberRating>4.0</lb:memberRating><lb:watchedDate>yesterday</lb:watchedDate></item>
<item><title>Low Water, 2021</title><link>https://films.example/ida/3</link>
<lb:filmTitle>Low Water</lb:filmTitle><db:tvId>77</db:tvId>
<lb:memberRating>99</lb:memberRating></item>
<item><title>A list of mine</title><link>https://films.example/ida/list</link></item>
</channel></rss>
"""

JSON_11 = """{"version": "https://jsonfeed.org/version/1.1", "title": "Quay Letters",
 "language": "en",
 "home_page_url": "https://quay.example/", "items": [
 {"id": 17, "url": "/17", "title": "Low Water ends", "content_html": "<p>It ends.</p>",
  "summary": "In short.", "date_published": "2024-03-01T12:00:00+01:00",
  "date_modified": "2024-03-02T00:00:00Z", "tags": ["Endings", 5, "Endings"],
  "authors": [{"name": "Sam Reed"}, {"url": "https://x.example"}]},
 {"id": "18", "external_url": "https://other.example/x", "content_text": "Just words."},
 {"id": "19"}, "noise"]}
"""

JSON_10 = """{"version": "https://jsonfeed.org/version/1", "title": "Old Quay",
 "items": [{"id": "1", "url": "https://old.example/1", "title": "One",
 "author": {"name": "Sam Reed"}}]}
"""

BOMB = """<?xml version="1.0"?>
<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss version="2.0"><channel><title>&b;</title></channel></rss>
"""
FILE_READER = BOMB.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/hostname">')
