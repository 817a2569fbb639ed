"""Makes the documents of this example: 20 statements of an invented commission, in Kazakh, Russian and English.

Every sentence is our own. `python3 make_documents.py documents`; needs chromium. truth.csv says of every sentence that was
written whether it speaks of the memory of the test site.
"""
import csv
import pathlib
import random
import re
import subprocess
import sys

SENTENCES = {  # 1: speaks of the memory of the test site
    "en": [
        (1, "The test site in the steppe was closed by the will of the people."),
        (1, "Those who lived beside the test site are still ill."),
        (1, "We remember every village that the explosions reached."),
        (1, "The children of the survivors ask what their parents breathed."),
        (1, "In the museum of the test site the clocks stand still."),
        (0, "A new test site for electric buses opens in the capital."),
        (0, "Trade with both neighbours has grown by a tenth."),
        (0, "Railways carry grain to four ports."),
        (0, "We thank the mediators for their patience."),
        (0, "A treaty is worth what its inspectors are allowed to see."),
        (0, "Peace begins where both sides can count on tomorrow."),
        (0, "The university has signed an agreement on exchange."),
    ],
    "ru": [
        (1, "Полигон в степи был закрыт по воле народа."),
        (1, "Жители сёл вокруг полигона болеют до сих пор."),
        (1, "Мы помним каждое село, которого достигли взрывы."),
        (1, "Дети пострадавших спрашивают, чем дышали их родители."),
        (1, "В музее бывшего полигона стоят часы."),
        (0, "Мусорный полигон за городом будет перенесён."),
        (0, "Торговля с обоими соседями выросла на десятую часть."),
        (0, "Железные дороги везут зерно в четыре порта."),
        (0, "Мы благодарим посредников за терпение."),
        (0, "Договор стоит столько, сколько могут увидеть инспекторы."),
        (0, "Мир начинается там, где обе стороны уверены в завтрашнем дне."),
        (0, "Университет подписал соглашение об обмене студентами."),
    ],
    "kk": [
        (1, "Даладағы полигон халықтың қалауымен жабылды."),
        (1, "Полигонның маңындағы ауылдардың тұрғындары әлі күнге дейін ауырады."),
        (1, "Жарылыстар жеткен әрбір ауылды біз ұмытпаймыз."),
        (1, "Зардап шеккендердің балалары ата-анасының немен дем алғанын сұрайды."),
        (1, "Бұрынғы полигонның мұражайында сағаттар тоқтап тұр."),
        (0, "Қала сыртындағы қоқыс полигоны басқа жерге көшіріледі."),
        (0, "Екі көршімен де сауда оннан бір бөлігіне өсті."),
        (0, "Темір жолдар астықты төрт портқа жеткізеді."),
        (0, "Біз делдалдарға шыдамдылығы үшін алғыс айтамыз."),
        (0, "Келісімшарттың құны инспекторлардың көре алатынымен өлшенеді."),
        (0, "Бейбітшілік екі жақ та ертеңіне сенетін жерде басталады."),
        (0, "Университет студенттермен алмасу туралы келісімге қол қойды."),
    ],
}
ABSTRACTS = {
    "ru": "Аннотация. В заявлении комиссии речь идёт о памяти и о торговле. Комиссия работает с двух тысяч девятнадцатого года.",
    "en": "Abstract. The statement of the commission speaks of memory and of trade. The commission has worked for several years.",
}
TITLES = {"en": "Statement of the Commission", "ru": "Заявление комиссии", "kk": "Комиссияның мәлімдемесі"}
HEADS = {"en": "Annals of the Commission", "ru": "Вестник комиссии", "kk": "Комиссия хабаршысы"}
VOWELS = "аәеёиіоөуұүыэюяaeiou"


def with_soft_hyphens(text):
    # A syllable of Kazakh or Russian ends before the last consonant in front of a vowel.
    cut = lambda word: re.sub(rf"(?<=[{VOWELS}])(?=[^\W\d{VOWELS}][{VOWELS}])", "\u00ad", word.group(0), flags=re.I)
    return re.sub(r"[^\W\d_]{6,}", cut, text)


def page(language, year, paragraphs, columns):
    body = "".join(f"<p>{with_soft_hyphens(p) if language != 'en' else p}</p>" for p in paragraphs)
    style = "column-count:2;column-gap:12mm;" if columns else ""
    abstracts = "".join(f"<p>{text}</p>" for text in ABSTRACTS.values()) if language == "kk" else ""
    return f"""<!doctype html><html lang="{language}"><meta charset="utf-8"><style>
@page {{ size:148mm 210mm; margin:18mm 16mm; @top-center {{ content:"{HEADS[language]} {year}"; font:8pt 'DejaVu Serif' }}
         @bottom-center {{ content:counter(page); font:8pt 'DejaVu Serif' }} }}
body {{ font:11pt/1.5 'DejaVu Serif'; hyphens:manual }} .body {{ {style} text-align:justify }} p {{ text-indent:6mm; margin:0 }}
</style><h1 style="font-size:14pt">{TITLES[language]}</h1>{abstracts}<div class="body">{body}</div></html>"""


def main(folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    random_numbers = random.Random(7)
    truth = []
    for year in (2019, 2020, 2021, 2022):
        share = {2019: 0.15, 2020: 0.2, 2021: 0.35, 2022: 0.5}[year]
        for number, language in enumerate(["kk", "kk", "ru", "ru", "en"], 1):
            name = f"statement_{language}{number}_{year}"
            drawn = []
            for _ in range(24):
                speaks = random_numbers.random() < min(.95, share * random_numbers.uniform(.5, 1.5))
                drawn.append(random_numbers.choice([s for s in SENTENCES[language] if s[0] == speaks]))
            truth += [(name, i, s[0], s[1]) for i, s in enumerate(drawn, 1)]
            paragraphs = [" ".join(s[1] for s in drawn[i:i + 6]) for i in range(0, 24, 6)]
            source = folder / f"{name}.html"
            source.write_text(page(language, year, paragraphs, columns=number in (2, 4)), encoding="utf-8")
            subprocess.run(["chromium", "--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={folder / name}.pdf",
                            str(source)], check=True, stderr=subprocess.DEVNULL)
            source.unlink()
    with open(folder.parent / "truth.csv", "w", newline="", encoding="utf-8") as out:
        csv.writer(out, lineterminator="\n").writerows([("doc_id", "sentence", "memory", "text"), *truth])


main(sys.argv[1])
