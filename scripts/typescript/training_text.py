#!/usr/bin/env python3
"""Text to type for training: prose of the period, mixed with papers such as offices write.

    training_text.py passages COLLECTION.xz SEED COUNT     passages of prose, one a line
    training_text.py batch PASSAGES SEED LINES             a text of about so many lines for emend synth

The same arguments give the same text. Everything but the passages is made up here.
"""

import lzma
import random
import re
import sys
import textwrap

FIRST_NAMES = """Albert Alice André Anna Arthur Béla Bertha Carl Charles Clara Daniel Dora Edith Edwin Elsa Emil Ernst
Esther Fanny Felix Frank François Franz Frederick George Gisela Grete Gustav Hannah Harold Heinrich Helen Henry Hilda
Hugo Ida Irma Isaac Jacob Jan James Jean Jiří João Johann John José Josef Karel Käthe Kurt Laura Leo Leopold Louis Lucy
Ludwig Magda Margaret Maria Marie Martha Max Michael Milan Miriam Nora Olga Oscar Otto Paul Peter Philip René Richard
Robert Rosa Rudolf Samuel Sarah Sigmund Søren Sofia Stefan Thérèse Thomas Vera Victor Walter William Zoltán""".split()
LAST_NAMES = """Abbott Adler Alvarez Anderson Baker Barnes Bauer Becker Bennett Bergström Blum Böhm Brandt Brown Byrne Campbell
Carter Černý Clark Cohen Cooper Dąbrowski Davies Dreyfus Dubois Duval Dvořák Edwards Eriksen Evans Fischer Fletcher
Foster Friedländer García Gibson Goldberg Graham Gray Green Gruber Gündüz Hall Hansen Harris Hoffmann Horváth Hughes
Jackson Jansen Jensen Johnson Jones Kaufmann Keller Kelly King Klein Kovács Kraus Lambert Lefèvre Lehmann Levy Lewis
Lindqvist Löwy Macdonald Martin Mayer McCarthy Meyer Mitchell Moore Morgan Müller Murphy Nagy Nelson Neumann Novák
O'Brien O'Connor Olsen Parker Petersen Popescu Porter Quinn Reynolds Richter Roberts Rosenthal Rousseau Russell Ryan
Sanders Schäfer Schmidt Schwarz Scott Shaw Silva Simmons Singer Smith Stein Stern Stewart Szabó Taylor Thompson Turner
Vogel Wagner Walker Ward Weber Weiss Wells White Williams Wilson Wolff Wright Young Zeller Zimmermann""".split()
PLACES = """Amsterdam Antwerp Atlanta Baltimore Basle Belgrade Berlin Bern Birmingham Boston Bratislava Brno Brussels Bucharest
Budapest Buffalo Cairo Chicago Cleveland Cologne Copenhagen Cracow Dallas Denver Detroit Dublin Edinburgh Florence
Frankfurt Geneva Glasgow Göteborg Hamburg Helsinki Istanbul Kaunas Leeds Lisbon Liverpool London Los\u00a0Angeles Lyons
Madrid Manchester Marseilles Milan Minneapolis Montreal Moscow Munich Naples New\u00a0York Nuremberg Omaha Oslo Ottawa
Oxford Paris Philadelphia Portland Prague Riga Rome Rotterdam St.\u00a0Louis San\u00a0Francisco Seattle Shanghai Sofia
Stockholm Tokyo Toronto Trieste Vienna Vilna Warsaw Washington Zürich""".split()
STREETS = """Albert Bedford Bridge Broad Castle Cedar Chestnut Church Commercial Court Elm Fleet Grosvenor High Hill Jefferson King
Lake Liberty Lincoln Maple Market Mill North Oak Park Pearl Queen River School Second South State Third Union Victoria
Walnut Washington Water West""".split()
STREET_KINDS = ["Street", "St.", "Road", "Rd.", "Avenue", "Ave.", "Square", "Place", "Lane", "Terrace", "Gardens"]
MONTHS = """January February March April May June July August September October November December""".split()
SHORT_MONTHS = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
TITLES = ["Mr.", "Mrs.", "Miss", "Dr.", "Prof.", "Col.", "Capt.", "Lt.", "Maj.", "Rev.", "Sir", "Hon.", "Messrs.", "Mme."]
BODIES = """Committee Council Commission Department Bureau Ministry Board Section Branch Office Division Secretariat Delegation
Legation Consulate Embassy Association Society Federation Institute Agency""".split()
FIELDS = """Public Health|Foreign Affairs|Supply|Transport|Refugees|Labour|Trade|Agriculture|Education|Investigation|War
Records|the Interior|Justice|Finance|Relief|Housing|Statistics|Emigration|Shipping|Fisheries""".replace("\n", " ").split("|")
GOODS = """flour|sugar|coal|timber|blankets|boots, men's|steel plate|copper wire|tea|cotton yarn|soap|lamp oil|typewriter
ribbons|paper, foolscap|envelopes|bandages|condensed milk|potatoes|lead pipe|cement|tractors|spare parts""".replace("\n", " ").split("|")
UNITS = ["tons", "cwt.", "lbs.", "kg.", "doz.", "cases", "bales", "gals.", "yds.", "pcs."]
ABBREVIATIONS = """i.e. e.g. viz. etc. ibid. op.cit. cf. q.v. inst. ult. prox. c/o a/c p.m. a.m. No. Nos. vol. pp. fol. encl. ref. re
approx. dept. govt. c.i.f. f.o.b. P.S. N.B. R.S.V.P. U.S.A. U.K. M.P. K.C. LL.D. Ph.D. O.B.E. H.M.S. S.S. P.O. C.O.D. O.K.""".split()
MATTERS = """the supply of blankets to the transit camps|the visit of the delegation|the accounts for the last quarter|the
transfer of staff|the lease of the premises|the report of the medical officer|the statement of the witness|the delay in
the issue of visas|the loss of three cases in transit|the proposed agreement on fisheries|the cost of printing|the
examination of the papers found|the repair of the heating plant|the census of livestock|the arrangements for the
conference|the complaint of the tenants|the film shown on board|the claim for damages|the minutes of the last
meeting""".replace("\n", " ").split("|")
SENTENCES = """I have the honour to acknowledge receipt of your letter of {date}, No. {file}, on {matter}.
With reference to your telegram No. {n} of {date}, I beg to inform you that {matter} is receiving attention.
Please refer to my memorandum of {date}, captioned as above.
The matter was discussed with {person} on {date} at {time}, but no decision was reached.
Copies of this letter are being sent to {person}, {place}, and to {person2}.
It is requested that {matter} be brought to the attention of the {body}.
The sum of {money} was paid on {date} into a/c No. {file}.
{person} stated that he had never seen the document (Exhibit {letter}-{n}) before {date}.
We regret that, owing to {matter}, the goods cannot be delivered before {date}.
Kindly let me have your views on {matter} at your earliest convenience.
The figures for {year} show an increase of {n}% over those for {year2}; see page {n2}, para. {small}({lower}).
Enclosed please find {small} copies of the report on {matter}, together with {n} photographs.
Mr. Chairman, may I ask whether {matter} is before the {body}?
Q. Where were you on {date}?   A. I was in {place}; I returned at {time}.
This office has no information about {person}, formerly of {address}.
The temperature at {time} was {n}°; the barometer stood at {small}{small}.{n}.
The price is {money} per {unit}, less {small}½% for cash; freight & insurance extra.
Subject resides at {address}, and is employed by {person} & Sons, Ltd.
He said: "I do not remember"; then he added, "at least not clearly."
Reference is made to the conversation between {person} and {person2} (see your file {file}).""".split("\n")
TELETYPE = """REURTEL {date}. {matter}. ADVISE BY RETURN.
{person}, {place}, INTERVIEWED THIS DATE. STATES HE HAS NO KNOWLEDGE OF {matter}.
FORWARD {n} COPIES OF FORM {n2} TO {body}, {place}. URGENT.
END ACK PLS.   {small}-{n2} PM OK {letter}{letter2} {place}
INFORMANT REPORTS {matter}. NO FURTHER ACTION HERE. FILE {file}.""".split("\n")
CLOSINGS = ["Yours faithfully,", "Yours sincerely,", "Very truly yours,", "I have the honor to be, Sir, your obedient servant,",
            "Sincerely yours,", "Respectfully submitted,", "For the Commissioner:", "By order of the Board,"]
HEADINGS = ["MEMORANDUM", "CONFIDENTIAL", "AGENDA", "MINUTES OF THE MEETING", "REPORT", "SECRET", "Office Memorandum",
            "RESTRICTED", "SUMMARY", "TELEGRAM RECEIVED", "STATEMENT", "APPENDIX", "LIST OF DOCUMENTS", "DISTRIBUTION LIST",
            "Introduction", "Conclusions", "Translation", "COPY"]
LONG_S = {"ſ": "s"}


def passages(path, seed, count):
    """Paragraphs on one line each, from places spread over the whole collection."""
    chance = random.Random(seed)
    with lzma.open(path, "rb") as packed:
        text = packed.read()
    kept = []
    while len(kept) < count:
        start = text.find(b"\n\n", chance.randrange(len(text) - 20000)) + 2
        end = text.find(b"\n\n", start)
        if start < 2 or end - start < 60 or end - start > 3000:
            continue
        paragraph = text[start:end].decode("utf-8", "replace")
        if "\ufffd" in paragraph or re.search(r"[|\[\]{}<>=~]", paragraph):
            continue
        kept.append(" ".join(paragraph.split()))
    print("\n".join(kept))


class Office:
    """Papers of offices that never were."""

    def __init__(self, chance):
        self.chance = chance

    def one(self, choices):
        return self.chance.choice(choices).replace("\u00a0", " ")

    def number(self, low, high):
        return self.chance.randint(low, high)

    def figure(self):
        value = self.number(0, 10 ** self.number(1, 7))
        return self.one([f"{value:,}", f"{value:,}", str(value), f"{value:,}.{self.number(0, 99):02}", f"{value / 100:.1f}"])

    def money(self):
        pounds = f"£{self.number(1, 9999):,}"
        return self.one([f"${self.figure()}", pounds, f"{pounds}.{self.number(0, 19)}.{self.number(0, 11)}",
                         f"{pounds} {self.number(1, 19)}s. {self.number(1, 11)}d.", f"RM {self.figure()}", f"{self.number(5, 95)}¢",
                         f"Frs. {self.figure()}", f"{self.number(2, 19)}/{self.number(0, 11)}", f"{self.number(2, 19)}/-"])

    def year(self):
        return self.number(1905, 1968)

    def date(self):
        day, month, year = self.number(1, 31), self.number(0, 11), self.year()
        ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day, "th")
        return self.one([f"{MONTHS[month]} {day}, {year}", f"{day} {MONTHS[month]} {year}", f"{day}{ending} {MONTHS[month]}, {year}",
                         f"{month + 1}/{day}/{year % 100:02}", f"{day}.{month + 1}.{year}", f"{SHORT_MONTHS[month]} {day}, {year}",
                         f"{month + 1}-{day}-{year % 100:02}", f"{MONTHS[month]} {day}{ending}", f"{day}/{month + 1}/{year}"])

    def time(self):
        hour, minute = self.number(1, 12), self.number(0, 59)
        return self.one([f"{hour}:{minute:02} p.m.", f"{hour}.{minute:02} a.m.", f"{hour:02}{minute:02} hrs.", f"{hour}:{minute:02} A.M.",
                         f"{hour} o'clock"])

    def file(self):
        letters = "".join(self.chance.choice("ABCDEFGHJKLMNPRSTUVWXYZ") for _ in range(self.number(1, 3)))
        return self.one([f"{self.number(10, 105)}-{self.number(100, 99999)}", f"{letters}/{self.number(1, 9999)}/{self.number(20, 68)}",
                         f"{self.number(100, 899)}.{self.number(1, 99):02}/{self.number(1, 9999)}", f"{letters}-{self.number(1, 999)}",
                         f"{letters}.{self.number(1, 99)}({self.chance.choice('abcdef')})", f"{self.number(1000, 99999)}/{letters}",
                         f"{self.number(1, 99)}/{self.number(1, 99)}-{self.number(1, 9)}"])

    def initials(self):
        return ".".join(self.chance.choice("ABCDEFGHJKLMNOPRSTW") for _ in range(self.number(1, 2))) + "."

    def person(self):
        first, last = self.one(FIRST_NAMES), self.one(LAST_NAMES)
        return self.one([f"{first} {last}", f"{self.one(TITLES)} {last}", f"{self.initials()} {last}", f"{self.one(TITLES)} {self.initials()} {last}",
                         f"{first} {self.initials()} {last}", f"{last}, {first}"])

    def address(self):
        street = f"{self.number(1, 399)}{self.one(['', '', ',', 'a'])} {self.one(STREETS)} {self.one(STREET_KINDS)}"
        return f"{street}, {self.one(PLACES)}{self.one(['', '', ' ' + str(self.number(1, 25)), ', N.W.' + str(self.number(1, 11)), ', E.C.4', ', N.Y.', ', Calif.'])}"

    def body(self):
        return f"{self.one(BODIES)} {self.one(['of', 'for', 'on'])} {self.one(FIELDS)}"

    def fill(self, pattern):
        return pattern.format(date=self.date(), file=self.file(), matter=self.one(MATTERS), n=self.number(2, 999), n2=self.number(2, 300),
                              person=self.person(), person2=self.person(), place=self.one(PLACES), body=self.body(), time=self.time(),
                              money=self.money(), address=self.address(), year=self.year(), year2=self.year(), small=self.number(1, 9),
                              letter=self.chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), letter2=self.chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
                              lower=self.chance.choice("abcdefghijk"), unit=self.one(UNITS))

    def wrapped(self, text, width):
        return textwrap.wrap(text, width, initial_indent=" " * self.chance.choice([0, 5, 10]), break_on_hyphens=True)

    def heading(self):
        heading = self.one(HEADINGS)
        if self.chance.random() < 0.25:
            heading = " ".join(heading)
        if self.chance.random() < 0.3:
            heading = f"_{heading}_"
        return " " * self.number(0, 30) + heading

    def letter(self):
        indent = " " * self.chance.choice([0, 0, 35])
        lines = [indent + self.date()]
        if self.chance.random() < 0.6:
            lines += [f"{self.one(['Ref:', 'Our ref.', 'File No.', 'REF. NO.', 'In reply refer to', 'Your ref.'])} {self.file()}"]
        lines += ["", self.person(), *self.address().split(", "), "", self.one(["Dear Sir:", "Dear Sirs,", "Gentlemen:", "Sir:", "Dear Madam,",
                  f"Dear {self.person()}:"]), ""]
        for _ in range(self.number(1, 4)):
            lines += self.wrapped(" ".join(self.fill(self.one(SENTENCES)) for _ in range(self.number(1, 4))), 65) + [""]
        lines += [" " * 35 + self.one(CLOSINGS)[:29], "", " " * 35 + self.person()[:29]]
        if self.chance.random() < 0.5:
            a, b = self.initials().replace(".", ""), self.initials().replace(".", "").lower()
            lines += [self.one([f"{a}:{b}", f"{a}/{b}", "Enc.", f"Encl. {self.number(1, 9)}", "cc: " + self.person(), "c.c. " + self.person()])]
        return lines

    def memorandum(self):
        lines = [self.heading(), ""]
        for label, value in [("TO", self.person()), ("FROM", self.person()), ("DATE", self.date()), ("SUBJECT", self.one(MATTERS).upper()),
                             ("File", self.file())]:
            if self.chance.random() < 0.85:
                lines.append(f"{label:<8}{self.one([':', ': ', ' - ', ' '])} {value}")
        lines.append("")
        for item in range(1, self.number(2, 6)):
            label = self.one([f"{item}.", f"({item})", f"{'abcdefg'[item]})", f"({'abcdefg'[item]})", f"{item})", "-", "IIIV"[:item] + "."])
            lines += self.wrapped(f"{label}  {self.fill(self.one(SENTENCES))}", 62) + [""]
        return lines

    def table(self):
        width, columns = self.number(14, 24), self.number(2, 4)
        lines = [self.heading(), "", "Item".ljust(width) + "".join(str(self.year()).rjust(12) for _ in range(columns)), "-" * (width + 12 * columns)]
        for row in range(self.number(4, 14)):
            cells = []
            for _ in range(columns):
                cells.append(self.chance.choices([self.figure(), '"', "-", "nil", ".."], [10, 1, 1, 0.5, 0.5])[0])
            name = self.one(GOODS + PLACES)
            filled = self.chance.random() < 0.4
            name = (name + " ").ljust(width, ".") if filled else name.ljust(width)
            lines.append((name + "".join(cell.rjust(12) for cell in cells))[:64])
        lines.append("Total".ljust(width) + "".join(self.figure().rjust(12) for _ in range(columns)))
        return lines + [""]

    def register(self):
        lines = []
        for row in range(self.number(4, 12)):
            lines.append(self.one([f"{row + 1:>3}. {self.person():<28}{self.date()}", f"{self.file():<18}{self.person()}",
                                   f"{self.person():<30}{self.one(PLACES):<16}{self.figure()}", f"{self.number(1, 99):>4}  {self.one(GOODS)}, {self.number(2, 500)} {self.one(UNITS)} @ {self.money()}",
                                   f"     do.   do.   {self.figure():>12}", f"     \"     \"     {self.date()}"])[:65])
        return lines + [""]

    def teletype(self):
        text = " ".join(self.fill(self.one(TELETYPE)) for _ in range(self.number(2, 5))).upper()
        return self.wrapped(text, 65) + [""]

    def odds(self):
        """What no prose has often enough: marks, abbreviations, fractions, accents."""
        parts = []
        for _ in range(self.number(6, 30)):
            parts.append(self.one([self.one(ABBREVIATIONS), self.one(ABBREVIATIONS), self.figure(), f"({self.number(1, 99)})", f"{self.number(1, 99)}½", f"{self.number(1, 9)}¼",
                                   f"{self.number(1, 9)}¾", f"{self.number(1, 360)}°", f"{self.number(1, 100)}%", f"#{self.number(1, 99)}", "&", "+", "=", "*", "**", "§ " + str(self.number(1, 99)),
                                   f"{self.number(1, 9)}'{self.number(1, 11)}\"", self.one(LAST_NAMES).upper(), self.one(LAST_NAMES), self.one(PLACES), f"[{self.one(LAST_NAMES)}]",
                                   f"/{self.one(GOODS)}/", f"\"{self.one(PLACES)}\"", f"'{self.one(LAST_NAMES)}'", "x", "?", "!", "...", "- -", "--", self.file(), f"@ {self.money()}",
                                   "café", "à", "für", "né", "née", "crèche", "rôle", "naïve", "façade", "Señor", "über", "Straße", "Køge", "Čapek", "Łódź", "São",
                                   ":", ";", "_" * self.number(4, 10), "." * self.number(3, 20)]))
        return self.wrapped(" ".join(parts), 65) + [""]

    def paper(self):
        return self.chance.choices([self.letter, self.memorandum, self.table, self.register, self.teletype, self.odds],
                                   [3, 3, 2, 2, 1.5, 1.5])[0]()


def prose(chance, kept):
    text = chance.choice(kept)
    for old, new in LONG_S.items():
        text = text.replace(old, new)
    if chance.random() < 0.08:
        text = text.upper()
    # A typist divides words at the end of a line, so some lines end that way.
    lines = []
    for line in textwrap.wrap(text, chance.choice([45, 58, 65, 65, 65]), initial_indent=" " * chance.choice([0, 5, 10])):
        lines.append(line)
    for i in range(len(lines) - 1):
        head = lines[i + 1].split(" ")[0]
        if chance.random() < 0.15 and head.isalpha() and len(head) > 6:
            cut = chance.randint(3, len(head) - 3)
            lines[i] += f" {head[:cut]}-"
            lines[i + 1] = lines[i + 1][cut:]
    return lines + ([""] if chance.random() < 0.5 else [])


def batch(path, seed, count):
    chance = random.Random(seed)
    office = Office(chance)
    with open(path, encoding="utf-8") as file:
        kept = file.read().splitlines()
    lines = []
    while len([line for line in lines if line]) < count:
        lines += prose(chance, kept) if chance.random() < 0.6 else office.paper()
    print("\n".join(lines))


if __name__ == "__main__":
    task, source, seed, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    {"passages": passages, "batch": batch}[task](source, seed, count)
