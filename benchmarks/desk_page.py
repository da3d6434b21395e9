"""An invented page of some 600 words on the story of ten outlets, that makes twenty claims."""

HEADLINE = "Four days at the quay of Zhelvik"
TEXT = """Four days after the grain terminal of Zhelvik blew up, the town still counts. The explosion at the terminal killed 38 people, the
Emergencies Ministry said on Thursday evening. It was the fourth figure that it had given in three days.

The Port Workers' Union has never believed those numbers. At least 41 people were killed in the explosion, the union said on Thursday. Town
hall said on Wednesday that 36 people had been killed. A fire officer said on Tuesday that 27 people were dead. The government said on
Friday that 39 people were killed in the explosion.

The wounded are counted in other places than the dead. On Wednesday 152 people were injured, Anton Koretsky said. The union said on Thursday
that more than 170 people were injured. Stefan Mirk said on Wednesday that 90 people were injured.

Stefan Mirk runs the City Hospital, to which most of them came. On Thursday 85 of the injured were being treated in hospital, the ministry
said. Town hall said on Friday that 148 people were injured. On Tuesday 140 people were injured, the government said. The corridors are quiet again, and the beds that had been carried down from the attic stand folded in the yard.

Nobody knows how many lie under the silos. Fourteen people were missing on Thursday, the ministry said. The union said on Thursday that 22
people were missing. On Friday 11 people were missing, town hall said. On Tuesday 31 people were missing, Koretsky said. The families wait
in the sports hall behind the station, where volunteers bring soup, and where a list on the door is copied out afresh each evening.

The union keeps a book of its own. It counted 210 casualties among crews and dockers, Irena Dovic said on Thursday.

What set the dust alight is not settled. The ministry said that a build-up of grain dust was the most likely cause. The union said that worn
filters were the cause of the explosion. Jonas Petrik said that a spark from a conveyor was the cause.

Petrik leads the inquiry, and he chooses his words. The explosion was not an attack, Petrik said on Friday. The government said on Tuesday
that the explosion was no attack. For two days boats of the coastguard had turned ships away from the roads, and for two days the talk in
the bars along the harbour had been of little else.

Belmara Grain runs the terminal, and it has spoken twice. "No warning of any kind reached us," said Clara Venn, a spokeswoman for Belmara.
The union said that it had warned the company about the dust filters in June. Dovic said that the company had been warned in two letters.
"We asked them for new filters, and they sent us a calendar," Dovic said.

The terminal exploded on 9 September, the ministry said. It was early, and the first shift had just climbed down to the quay. The grain
terminal exploded in Zhelvik, and it could be heard in the hills behind the town, where windows broke and where the dogs did not stop for an
hour.

Since then the port has been still. The bakers of the old town have flour for weeks, they say, but the mills along the river do not know
from which port the next grain will come. The market hall opened again, half of it behind boards.

In the evening the lamps on the quay were lit for the first time. A pilot who has brought ships in for thirty years stood at the rail and
looked at the place where the silos had been. He did not want to give his name. He had gone home ten minutes early, he said, as he had
forgotten his keys.
"""
PARAGRAPHS = [" ".join(paragraph.split()) for paragraph in TEXT.split("\n\n")]
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>{HEADLINE} | The Evening Gauge</title>
<meta property="og:site_name" content="The Evening Gauge"><meta property="article:published_time" content="2031-09-13T07:00:00Z">
<meta name="author" content="Ida Morrow"><meta property="og:title" content="{HEADLINE}"></head>
<body><nav><a href="/">Home</a></nav><article><h1>{HEADLINE}</h1>
{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}
</article><footer>All rights reserved.</footer></body></html>
"""
PRECIS = (
    "The Evening Gauge goes through the four days since the explosion and sets the counts of the ministry, the union, the town hall and the "
    "hospital beside one another, each with its day. It relies on officials for the dead and on the union for the warnings, lets the company "
    "answer once, and leaves open what set the dust alight and how many people still lie under the silos."
)
