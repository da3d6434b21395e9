"""Sentences of a disaster, a court and a takeover in four languages: which of their figures answer which question."""

from __future__ import annotations

import pytest

from builder.content.model import Question, Source
from builder.content.vocabulary import Answer, Stake
from builder.desk.suggest.propose import propose
from builder.proof.text import text_of
from builder.values.dates import parse_edtf
from builder.values.units import as_read

ASKED = {
    "slide": (
        ("dead", "How many people were killed?", "Dead", "people", "killed", "people in the valley"),
        ("missing", "How many people are missing?", "Missing", "people", "missing", "people in the valley"),
        ("injured", "How many people were injured?", "Injured", "people", "injured", "people in the valley"),
        ("children", "How many children were killed?", "Children killed", "people", "killed", "children"),
        ("evacuated", "How many people had to leave their homes?", "Evacuated", "people", "evacuated", "residents"),
        ("houses", "How many houses were destroyed?", "Houses destroyed", "houses", "destroyed", "houses"),
        ("rain", "How much rain fell?", "Rain", "mm", "rain fell", "rain"),
        ("level", "How high did the river rise?", "River level", "m", "river level", "the river"),
        ("damage", "How much is the damage?", "Damage", "million euros", "damage", "the slide"),
        ("power", "How many households are without electricity?", "Without power", "households", "without power", "households"),
        ("rescuers", "How many rescuers are deployed?", "Rescuers", "people", "deployed", "rescuers"),
        ("aid", "How much aid does the government promise?", "Aid", "million euros", "aid", "the government"),
    ),
    "quake": (
        ("badly", "How many of the injured are in a critical condition?", "Badly hurt", "people", "critically injured", "people"),
        ("magnitude", "What magnitude did the earthquake have?", "Magnitude", "magnitude", "magnitude", "the earthquake"),
        ("depth", "How deep was the earthquake?", "Depth", "kilometres", "depth", "the earthquake"),
        ("distance", "How far from Osk was the epicentre?", "Distance", "kilometres", "distance", "the epicentre"),
    ),
    "court": (
        ("sentence", "To how many years in prison was the banker sentenced?", "Sentence", "years", "sentence", "the banker"),
        ("demanded", "How many years did the prosecutors demand?", "Demanded", "years", "sentence demanded", "the banker"),
        ("loss", "How much money did investors lose?", "Loss", "million euros", "lost", "investors"),
        ("victims", "How many investors were defrauded?", "Defrauded investors", "people", "defrauded", "investors"),
        ("age", "How old is the banker?", "Age", "years", "age", "the banker"),
        ("fine", "How high is the fine?", "Fine", "euros", "fine", "the banker"),
        ("witnesses", "How many witnesses were heard?", "Witnesses", "people", "heard", "witnesses"),
        ("days", "How many days did the trial last?", "Days of trial", "days", "trial days", "the trial"),
        ("counts", "On how many counts was he convicted?", "Counts", "counts", "convicted", "counts"),
        ("jurors", "How many jurors decided?", "Jurors", "people", "decided", "jurors"),
        ("bail", "How high is the bail?", "Bail", "euros", "bail", "the banker"),
        ("codefendants", "How many other defendants were acquitted?", "Acquitted", "people", "acquitted", "other defendants"),
    ),
    "deal": (
        ("price", "How much does Nordbau pay for Velt?", "Price", "billion euros", "price", "Velt"),
        ("pershare", "How much is paid for each share?", "Price per share", "euros per share", "price", "a share"),
        ("premium", "How high is the premium over the closing price?", "Premium", "percent", "premium", "the closing price"),
        ("jobs", "How many jobs are to be cut?", "Job cuts", "jobs", "cut", "jobs"),
        ("staff", "How many people do the two firms employ together?", "Staff", "people", "employed", "workers of both firms"),
        ("savings", "How much do the firms want to save each year?", "Savings", "million euros", "savings", "both firms"),
        ("stake", "What stake does Nordbau hold already?", "Stake", "percent", "stake", "Nordbau"),
        ("revenue", "What is the revenue of Velt?", "Revenue", "million euros", "revenue", "Velt"),
        ("stores", "How many stores will close?", "Stores to close", "stores", "closed", "stores"),
        ("sharefall", "By how much did Nordbau's shares fall?", "Share fall", "percent", "fell", "Nordbau shares"),
        ("vote", "What share of the shareholders voted for the deal?", "Votes for", "percent", "voted for", "shareholders"),
        ("debt", "How high is the debt of Velt?", "Debt", "million euros", "debt", "Velt"),
    ),
    "chain": (
        ("posts", "How many jobs will be cut?", "Jobs cut", "people", "jobs cut", "jobs at Velt"),
        ("employed", "How many people work for Velt?", "Staff", "people", "employed", "employees of Velt"),
        ("early", "How many employees are to leave by early retirement?", "Early retirement", "people", "early retirement", "employees"),
        ("shut", "How many branches will close?", "Branches closing", "branches", "closed", "branches"),
        ("branches", "How many branches does Velt have?", "Branches", "branches", "branches", "Velt"),
    ),
    "bribes": (
        ("demanded", "How many years in prison had the prosecution demanded?", "Demanded", "years", "demanded", "prison term"),
        ("cash", "How much cash was found?", "Cash found", "USD", "found", "cash"),
        ("loss", "How much did the state lose?", "Loss to the state", "UAH", "loss", "the state"),
    ),
}  # fmt: skip
"""Story -> id, text, short text, unit, counts and of of its questions, which are in English."""
FOUND = [
    # Posts that are cut are no other things than those asked for; some of all branches are not all of them.
    ("chain", "en", "Nordbau said it would cut 900 jobs and close 41 of Velt's 212 branches.", {"posts": "900", "shut": "41", "branches": "212"}),
    ("chain", "en", "Around 900 positions will go at Velt.", {"posts": "Around 900"}),
    ("chain", "fr", "Velt supprimera quelque 900 emplois.", {"posts": "quelque 900"}),
    ("chain", "es", "Velt suprimirá 900 empleos.", {"posts": "900"}),
    # Of employees, nothing says that they retire; that nobody is dismissed does not say that no post goes.
    ("chain", "en", "The chain has about 1,150 employees.", {"employed": "about 1,150"}),
    ("chain", "fr", "Il n'y aura aucun licenciement sec.", {}),
    ("bribes", "ru", "Прокуратура просила назначить 12 лет.", {"demanded": "12 лет"}),
    ("bribes", "uk", "Прокурор просив для нього дванадцять років.", {"demanded": "дванадцять років"}),
    ("bribes", "ru", "Адвокат просил отпустить его: он семь месяцев под арестом.", {}),
    ("bribes", "ru", "При обыске нашли 70 тысяч долларов наличными.", {"cash": "70 тысяч долларов"}),
    ("bribes", "uk", "Під час обшуку знайшли 70 тисяч доларів готівкою.", {"cash": "70 тисяч доларів"}),
    ("bribes", "ru", "Ущерб она оценивает не менее чем в 40 миллионов гривен.", {"loss": "не менее чем в 40 миллионов гривен"}),
    ("quake", "es", "El epicentro estaba a 63 kilómetros al sur de Osk y a una profundidad de unos 18 kilómetros.", {"distance": "63 kilómetros", "depth": "unos 18 kilómetros"}),
    ("quake", "es", "Un terremoto de magnitud 6,8 ha sacudido la costa.", {"magnitude": "6,8"}),
    ("quake", "es", "El alcalde detalló que 72 de los lesionados se encuentran en estado crítico.", {"badly": "72"}),
    ("quake", "en", "The epicentre was 63 kilometres south of Osk, at a depth of 18 kilometres.", {"distance": "63 kilometres", "depth": "18 kilometres"}),
    ("slide", "es", "Hasta la fecha la cifra de muertos tras el alud del viernes es de 46 y los heridos son ya 74.", {"dead": "46", "injured": "74"}),
    ("slide", "es", "La cifra de muertos tras el alud que sepultó Osk el viernes alcanza los 46 y los heridos son ya 74.", {"dead": "alcanza los 46", "injured": "74"}),
    ("court", "en", "The prosecution had asked for a prison sentence of 12 years.", {"demanded": "12 years"}),
    ("court", "en", "Her lawyers pleaded for a sentence of no more than 12 years.", {"demanded": "no more than 12 years"}),
    ("court", "en", "She could be sentenced to 12 years in prison.", {}),
    ("court", "de", "Ihr drohen bis zu zwölf Jahre Haft.", {"demanded": "bis zu zwölf Jahre"}),
    ("court", "fr", "Le parquet avait requis douze ans de prison.", {"demanded": "douze ans"}),
    ("court", "es", "La fiscalía solicitó una pena de doce años de cárcel.", {"demanded": "doce años"}),
    ("slide", "en", "Three of the dead were children.", {"children": "Three"}),
    # An age, those whom another figure counts, a part of whom something else is said, what a firm merely has.
    ("slide", "en", "Most of those who were injured were over the age of 60.", {}),
    ("slide", "en", "The clinic took in 113 people, with 23 injured.", {"injured": "23"}),
    ("slide", "en", "The village had buried four of the 14 people whom the slide killed.", {}),
    ("slide", "de", "Drei der voraussichtlich vier Todesopfer wurden geborgen.", {"dead": "vier"}),
    ("deal", "en", "At its height Velt had 34 stores.", {}),
    ("deal", "es", "En su mejor momento, Velt llegó a tener 34 tiendas.", {}),
    ("deal", "en", "Nordbau closed 34 stores.", {"stores": "34"}),
    ("court", "en", "Ada Holm, who speaks for the investors and lost 70,000 euros herself, was not pleased.", {}),
    ("court", "en", "The investors lost 70 million euros.", {"loss": "70 million euros"}),
    ("court", "ru", "Банкира признали виновным по 17 пунктам из 22.", {"counts": "17"}),
    ("slide", "en", "Some 1,400 residents were told to leave their homes as a precaution.", {"evacuated": "Some 1,400"}),
    ("slide", "en", "About 12,000 homes were still without power on Friday morning.", {"power": "About 12,000"}),
    ("slide", "en", "More than 500 rescue workers, backed by soldiers and dogs, dug through the night.", {"rescuers": "More than 500"}),
    ("court", "en", "The 61-year-old banker listened without moving.", {"age": "61-year-old"}),
    ("deal", "en", "The offer values Velt at 38.50 euros a share, a 31% premium to Monday's close.", {"pershare": "38.50 euros a share", "premium": "31%"}),
    ("deal", "en", "The 4.2 billion-euro takeover needs the approval of regulators.", {"price": "4.2 billion-euro"}),
    ("slide", "de", "Rund 1400 Bewohner mussten ihre Häuser verlassen.", {"evacuated": "Rund 1400"}),
    ("court", "de", "Das Landgericht verurteilte den 61-jährigen Banker zu siebeneinhalb Jahren Haft.", {"age": "61-jährigen", "sentence": "siebeneinhalb Jahren"}),
    ("court", "de", "Die Staatsanwaltschaft hatte neun Jahre Haft gefordert.", {"demanded": "neun Jahre"}),
    ("court", "de", "Zwei Mitangeklagte wurden freigesprochen.", {"codefendants": "Zwei"}),
    ("deal", "de", "Je Aktie bietet der Konzern 38,50 Euro, ein Aufschlag von 31 Prozent auf den Schlusskurs.", {"pershare": "38,50 Euro", "premium": "31 Prozent"}),
    ("deal", "de", "Bis zu 1800 Stellen sollen wegfallen.", {"jobs": "Bis zu 1800"}),
    ("deal", "de", "Beide Unternehmen beschäftigen zusammen rund 26.000 Menschen.", {"staff": "rund 26.000"}),
    ("deal", "de", "Jährlich sollen 150 Millionen Euro eingespart werden.", {"savings": "150 Millionen Euro"}),
    ("deal", "de", "Velt setzte im vergangenen Jahr 2,9 Milliarden Euro um.", {"revenue": "2,9 Milliarden Euro"}),
    ("deal", "de", "Velt ist mit 700 Millionen Euro verschuldet.", {"debt": "700 Millionen Euro"}),
    ("slide", "fr", "Parmi les victimes figurent trois enfants.", {"children": "trois"}),
    ("slide", "fr", "Quelque 1 400 habitants ont dû quitter leur domicile.", {"evacuated": "Quelque 1 400"}),
    ("deal", "fr", "L'offre est de 38,50 euros par action, soit une prime de 31 % sur le cours de clôture.", {"pershare": "38,50 euros par action", "premium": "31 %"}),
    ("deal", "fr", "Jusqu'à 1 800 postes pourraient être supprimés.", {"jobs": "Jusqu'à 1 800"}),
    ("deal", "fr", "Les deux groupes emploient ensemble environ 26 000 salariés.", {"staff": "environ 26 000"}),
    ("deal", "fr", "L'action Nordbau a perdu 5,6 %.", {"sharefall": "5,6 %"}),
    ("slide", "es", "Unos 1.400 vecinos tuvieron que abandonar sus casas.", {"evacuated": "Unos 1.400"}),
    ("slide", "es", "La avalancha dejó 27 fallecidos y nueve desaparecidos.", {"dead": "27", "missing": "nueve"}),
    ("court", "es", "La Fiscalía pedía nueve años de prisión.", {"demanded": "nueve años"}),
    ("deal", "es", "La oferta es de 38,50 euros por acción, una prima del 31 % sobre el cierre.", {"pershare": "38,50 euros por acción", "premium": "31 %"}),
    ("deal", "es", "Ambas empresas emplean juntas a unas 26.000 personas.", {"staff": "unas 26.000"}),
    ("deal", "es", "Velt facturó 2.900 millones de euros el año pasado.", {"revenue": "2.900 millones de euros"}),
    ("slide", "en", "The confirmed toll stood at 27 by nightfall.", {"dead": "27"}),
    ("slide", "en", "Around 12,000 customers had no electricity.", {"power": "Around 12,000"}),
    ("slide", "de", "1400 Menschen wurden in Sicherheit gebracht.", {"evacuated": "1400"}),
    ("slide", "de", "Drei der Toten sind Kinder.", {"children": "Drei"}),
    ("slide", "fr", "On est toujours sans nouvelles de neuf personnes.", {"missing": "neuf"}),
    ("slide", "fr", "12 000 clients étaient sans courant samedi.", {"power": "12 000"}),
    ("slide", "fr", "L'État débloque 20 millions d'euros.", {"aid": "20 millions d'euros"}),
    ("slide", "es", "Tres de los fallecidos son niños.", {"children": "Tres"}),
    ("slide", "es", "Las pérdidas superan los 80 millones de euros.", {"damage": "superan los 80 millones de euros"}),
    ("slide", "es", "12.000 clientes se quedaron sin electricidad.", {"power": "12.000"}),
    ("slide", "es", "El Gobierno destinará 20 millones de euros a los damnificados.", {"aid": "20 millones de euros"}),
    ("court", "de", "Der Banker (61) nahm das Urteil reglos auf.", {"age": "61"}),
    ("court", "es", "La acusación solicitaba nueve años de cárcel.", {"demanded": "nueve años"}),
    ("deal", "de", "4,2 Milliarden Euro lässt sich Nordbau die Übernahme kosten.", {"price": "4,2 Milliarden Euro"}),
    ("deal", "de", "Nordbau bietet 38,50 Euro je Aktie.", {"pershare": "38,50 Euro je Aktie"}),
    ("deal", "de", "1800 Arbeitsplätze fallen weg.", {"jobs": "1800"}),
    ("deal", "de", "40 Märkte sollen schließen.", {"stores": "40"}),
    ("deal", "de", "Der fusionierte Konzern zählt 26.000 Beschäftigte.", {"staff": "26.000"}),
    ("deal", "fr", "Montant de l'opération : 4,2 milliards d'euros.", {"price": "4,2 milliards d'euros"}),
    ("deal", "fr", "Nordbau propose 38,50 euros par action.", {"pershare": "38,50 euros par action"}),
    ("deal", "fr", "Cela représente une prime de 31 % par rapport au dernier cours.", {"premium": "31 %"}),
    ("deal", "fr", "Les syndicats redoutent 1 800 suppressions de postes.", {"jobs": "1 800"}),
    ("deal", "fr", "Le nouvel ensemble comptera 26 000 salariés.", {"staff": "26 000"}),
    ("deal", "es", "La operación está valorada en 4.200 millones de euros.", {"price": "4.200 millones de euros"}),
    ("deal", "es", "El precio supone una prima del 31 %.", {"premium": "31 %"}),
    ("deal", "es", "Los sindicatos temen la pérdida de 1.800 empleos.", {"jobs": "1.800"}),
    ("deal", "es", "El grupo resultante tendrá 26.000 empleados.", {"staff": "26.000"}),
    ("slide", "en", "A girl was among those killed.", {}),
    ("slide", "de", "Ein Kind wartete auf die Helfer.", {}),
    ("slide", "en", "A child protection officer was killed.", {}),
    ("slide", "en", "A child was killed.", {"children": "A child"}),
    ("slide", "de", "Ein Kind kam ums Leben.", {"children": "Ein Kind"}),
    ("slide", "fr", "L'un des enfants est mort.", {"children": "un des enfants"}),
    ("slide", "es", "Uno de los niños murió.", {"children": "Uno de los niños"}),
    ("slide", "en", "At least 37 people, among them a doctor, were killed.", {"dead": "At least 37"}),
    ("slide", "en", "The toll of victims rose from 11 to 35.", {"dead": "35"}),
    ("slide", "en", "Thirty-five homes lay in ruins.", {"houses": "Thirty-five"}),
    ("slide", "fr", "Au total, 400 personnes, dont 56 membres de l'équipe, ont été tuées à la suite d'un glissement.", {"dead": "400"}),
]  # fmt: skip


@pytest.mark.parametrize(("story", "language", "text", "wanted"), FOUND)
def test_a_figure_answers_its_question_and_no_other(story, language, text, wanted):
    questions = [
        Question(id, story, asks, short, Answer.QUANTITY, unit=as_read(unit, "en"), counts=counts, of=of)
        for id, asks, short, unit, counts, of in ASKED[story]
    ]
    found = propose(
        text_of("x", text.encode()), [], questions, {}, parse_edtf("2033-02-11"), language=language
    )
    assert {p.question.id: p.printed for p in found if p.kind == "figure" and p.question} == wanted


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The offer values Velt at 38.50 euros per share.", []),
        ("en", "The offer values Velt at 4.2 billion euros.", ["4.2 billion euros"]),
        ("de", "Das Angebot bewertet Velt mit 38,50 Euro je Aktie.", []),
        ("fr", "L'offre valorise Velt à 38,50 euros par action.", []),
    ],
)
def test_the_price_of_a_share_is_no_whole_price(language, text, found):
    price = Question("price", "deal", "How much does Nordbau pay for Velt?", "Price", Answer.QUANTITY, unit="EUR", counts="price", of="Velt")  # fmt: skip
    proposed = propose(text_of("x", text.encode()), [], [price], {}, parse_edtf("2033-02-11"), language=language)  # fmt: skip
    assert [p.printed for p in proposed if p.question] == found


KEEL = Source("keel", "Keel Capital", "Keel Capital", "company", Stake.UNKNOWN)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Keel Capital said that only 76.5 percent of the votes had been in favour.", []),
        ("en", "Only 76.5 percent of the votes had been in favour, Keel Capital said.", []),
        ("en", "According to Keel Capital, 76.5 percent of the shares voted for the sale.", []),
        ("de", "Keel Capital sagte, nur 76,5 Prozent der Stimmen seien dafür gewesen.", []),
        ("fr", "Selon Keel Capital, 76,5 % des voix étaient favorables.", []),
        ("es", "Keel Capital dijo que solo el 76,5 por ciento de los votos fue favorable.", []),
        ("en", "Keel Capital had promised its customers 6.5% a year.", []),
        ("es", "Keel Capital prometía a sus clientes un 6,5 % anual.", []),
        ("en", "Keel Capital holds 7.2 percent of the company.", ["7.2 percent"]),
        ("en", "Keel Capital said its stake was 7.2 percent.", ["7.2 percent"]),
        ("en", "It owns 7.2 percent, Keel Capital said.", ["7.2 percent"]),
        ("en", "The stake of Keel Capital is 7.2 percent, the company said.", ["7.2 percent"]),
        ("de", "Keel Capital hält 7,2 Prozent der Aktien.", ["7,2 Prozent"]),
        ("fr", "Keel Capital détient 7,2 % du capital.", ["7,2 %"]),
        ("es", "Keel Capital posee el 7,2 por ciento de la empresa.", ["7,2 por ciento"]),
    ],
)
def test_a_figure_given_by_somebody_is_not_therefore_his(language, text, found):
    stake = Question("stake", "deal", "What stake does Keel Capital hold in Velt?", "Stake", Answer.QUANTITY, unit="percent", counts="stake", of="Keel Capital")  # fmt: skip
    proposed = propose(text_of("x", text.encode()), [KEEL], [stake], {}, parse_edtf("2033-02-11"), language=language)  # fmt: skip
    assert [p.printed for p in proposed if p.question] == found


VOTED = (
    ("turnout", "How high was the turnout?", "Turnout", "percent", "turnout", "voters", ()),
    ("seats", "How many seats did the Union win?", "The Union's seats", "seats", "seats", "Union", ()),
    ("spoilt", "How many ballots were invalid?", "Invalid ballots", "ballots", "invalid", "ballots", ("ungültig", "nulles")),
    ("stations", "How many polling stations opened late?", "Opened late", "polling stations", "opened late", "polling stations", ("Wahllokale", "colegios electorales")),
    ("crowd", "How many people celebrated at the harbour?", "Celebrating", "people", "celebrated", "people", ("feierten", "partied")),
)  # fmt: skip
"""Id, text, short text, unit, counts, of and printed_as of the questions on a vote."""


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        # What the editor says that papers print is what is counted, or what is said of it.
        ("de", "Am Morgen blieben 31 Wahllokale geschlossen.", {"stations": "31"}),
        ("es", "En el norte, 31 colegios electorales abrieron con retraso.", {"stations": "31"}),
        ("de", "Etwa 3.400 Wahlscheine waren ungültig.", {"spoilt": "Etwa 3.400"}),
        ("de", "Etwa 3.400 Wahlscheine wurden verschickt.", {}),
        ("de", "Rund 8.000 Menschen feierten in der Nacht am Hafen.", {"crowd": "Rund 8.000"}),
        # A day in an aside on somebody is none of the figures.
        ("en", "The Union of Ada Lorn, who has led it since 2019, keeps 38 seats.", {"seats": "38"}),
        ("en", "More than 61 percent of the voters turned out.", {"turnout": "More than 61 percent"}),
    ],
)  # fmt: skip
def test_what_papers_print_for_a_question_leads_to_it(language, text, wanted):
    questions = [
        Question(id, "vote", asks, short, Answer.QUANTITY, unit=as_read(unit, "en"), counts=counts, of=of, printed_as=printed)
        for id, asks, short, unit, counts, of, printed in VOTED
    ]  # fmt: skip
    found = propose(
        text_of("x", text.encode()), [], questions, {}, parse_edtf("2033-02-11"), language=language
    )
    assert {p.question.id: p.printed for p in found if p.kind == "figure" and p.question} == wanted


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Keel Capital announced the takeover of Velt on Monday.", ()),
        ("Keel Capital said on Monday that it would buy Velt.", ()),
        ("The takeover was announced on Monday, Keel Capital said.", ("keel",)),
    ],
)
def test_the_day_on_which_a_firm_announces_something_is_the_texts_own_word(text, sources):
    asked = Question("announced", "deal", "On what day was the takeover announced?", "Announced", Answer.DATE)
    proposed = propose(text_of("x", text.encode()), [KEEL], [asked], {}, parse_edtf("2033-02-11"))
    assert [(p.value, p.sources) for p in proposed if p.question] == [("2033-02-07", sources)]
