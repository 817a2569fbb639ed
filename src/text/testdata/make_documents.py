"""Makes the small documents of this folder again (all sentences are our own): python3 make_documents.py

documents/article_kk_2021.pdf is made from article_kk_2021.html by
chromium --headless --no-sandbox --no-pdf-header-footer --print-to-pdf=documents/article_kk_2021.pdf article_kk_2021.html
"""
import hashlib
import zipfile

RU = """Заявление о безопасности

Наша страна добровольно отказалась от ядерного оружия и закрыла полигон. Это решение
поддержал народ, и мы помним об этом каждый год. Безопасность региона зависит от до-
верия между соседями. Мы предлагаем нашу площадку для переговоров, чтобы сторо-
ны могли говорить прямо.

Память о полигоне остаётся частью внешней политики. Доверия нельзя добиться силой.
"""
EN = """<!doctype html><html><head><title>Statement</title><style>p{color:black}</style>
<script>var hidden = "never shown";</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<h1>Statement on mediation</h1>
<p>We offered our capital as a place for talks,
because small states need rules more than large ones do.</p>
<p>The memory of the test site &mdash; and of those who suffered &mdash; guides our vote.</p>
<ul><li>First, assurances must be kept.</li><li>Second, talks must go on.</li></ul>
</body></html>
"""
ZH = """我们自愿放弃了核武器，关闭了试验场。这个决定得到了人民的支持。
我们的邻国是大国，所以我们需要规则和对话。我们愿意为谈判提供场所。
"""
KK_PARAGRAPHS = ["Бітімгершілік туралы баяндама", "Біз келіссөздерге алаң ұсындық. Тараптар бір үстелге отырды.",
                 "Сенім болмаса, келісім де болмайды."]


def docx(path):
    body = "".join(f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in KK_PARAGRAPHS)
    xml = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/'
           f'wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>')
    types = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
             'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>')
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (("[Content_Types].xml", types), ("word/document.xml", xml)):
            archive.writestr(zipfile.ZipInfo(name), text)


def pdf(path, content, encrypt=False):
    """A PDF of one page with this content stream; with `encrypt` RC4 with 40 bits and the user's password "secret"
    (ISO 32000-1, 7.6, algorithms 1 to 4)."""
    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

    def rc4(key, data):
        state = list(range(256))
        j = 0
        for i in range(256):
            j = (j + state[i] + key[i % len(key)]) & 255
            state[i], state[j] = state[j], state[i]
        i = j = 0
        out = bytearray()
        for byte in data:
            i = (i + 1) & 255
            j = (j + state[i]) & 255
            state[i], state[j] = state[j], state[i]
            out.append(byte ^ state[(state[i] + state[j]) & 255])
        return bytes(out)

    identity = b"0123456789ABCDEF"
    password = (b"secret" + pad)[:32]
    owner = rc4(hashlib.md5(password).digest()[:5], password)
    key = hashlib.md5(password + owner + (-4 & 0xFFFFFFFF).to_bytes(4, "little") + identity).digest()[:5]
    user = rc4(key, pad)
    stream = content
    if encrypt:
        stream = rc4(hashlib.md5(key + (4).to_bytes(3, "little") + b"\0\0").digest()[:10], content)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>stream\n" % len(stream) + stream + b"\nendstream",
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    if encrypt:
        objects.append(b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + owner.hex().encode() + b">/U<" +
                       user.hex().encode() + b">>>")
    out = b"%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + text + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R/ID[<%s><%s>]" % (len(objects) + 1, identity.hex().encode(),
                                                              identity.hex().encode())
    out += (b"/Encrypt 6 0 R" if encrypt else b"") + b">>\nstartxref\n%d\n%%%%EOF\n" % start
    with open(path, "wb") as file:
        file.write(out)


open("documents/statement_ru_2019.txt", "wb").write(RU.encode("cp1251"))
open("documents/statement_en_2020.html", "w", encoding="utf-8").write(EN)
open("documents/statement_zh_2022.txt", "wb").write(ZH.encode("gb18030"))
docx("documents/report_kk_2023.docx")
pdf("unreadable/scan.pdf", b"0.5 g 20 20 200 100 re f")
pdf("unreadable/password.pdf", b"BT /F1 12 Tf 20 100 Td (Nobody reads this.) Tj ET", encrypt=True)
