#include "text/corpus/docx_text.hpp"

#include "base/error.hpp"
#include "text/corpus/small_documents_test.hpp"

#include <gtest/gtest.h>

namespace tarazy::docx_text_test {
namespace {

using testing_documents::document_xml;
using testing_documents::docx_bytes;
using testing_documents::zip_bytes;

std::string read(const std::string& bytes, const UnpackLimits& limits = {}) {
    return docx_text(bytes, "a.docx", limits, Work());
}

TEST(DocxText, ParagraphsTabsBreaks) {
    EXPECT_EQ(read(docx_bytes("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Бір</w:t><w:tab/><w:t>екі</w:t>"
                              "<w:br/><w:t>үш</w:t></w:r></w:p><w:p><w:r><w:delText>жоқ</w:delText></w:r>"
                              "<w:ins><w:r><w:t>бар</w:t></w:r></w:ins></w:p>")),
              "Бір\tекі\nүш\nбар\n");
}

TEST(DocxText, NotesComeBehindAndTwinsOnce) {
    const std::string body =
        "<w:p><w:r><w:t>мәтін</w:t></w:r></w:p><AlternateContent><Choice><w:r><w:t>А</w:t></w:r></Choice>"
        "<Fallback><w:r><w:t>Б</w:t></w:r></Fallback></AlternateContent>";
    const std::string notes =
        "<w:footnotes xmlns:w=\"w\"><w:footnote w:type=\"separator\"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>"
        "<w:footnote><w:p><w:r><w:t>ескерту</w:t></w:r></w:p></w:footnote></w:footnotes>";
    EXPECT_EQ(read(zip_bytes({{"word/document.xml", document_xml(body)}, {"word/footnotes.xml", notes}})),
              "мәтін\nАескерту\n");
}

TEST(DocxText, BombsAreStopped) {
    const std::string big = docx_bytes("<w:p><w:r><w:t>" + std::string(20'000'000, 'a') + "</w:t></w:r></w:p>");
    EXPECT_LT(big.size(), 100'000u);
    EXPECT_THROW((void)read(big), LimitError);
    UnpackLimits small;
    small.bytes = 1000;
    EXPECT_THROW((void)read(docx_bytes("<w:p><w:r><w:t>" + std::string(2000, 'a') + "</w:t></w:r></w:p>"), small),
                 LimitError);
    const std::string laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><w:document>&b;</w:document>";
    EXPECT_THROW((void)read(zip_bytes({{"word/document.xml", laughs}})), InputError);
}

TEST(DocxText, OtherFilesAreTold) {
    for (const std::string& bytes :
         {std::string("plain text"), std::string("\xD0\xCF\x11\xE0old"), zip_bytes({{"xl/workbook.xml", "<a/>"}}),
          docx_bytes("<w:p></w:p>"), zip_bytes({{"word/document.xml", "<w:p><w:t>"}})})
        EXPECT_THROW((void)read(bytes), InputError) << bytes.substr(0, 10);
}

}  // namespace
}  // namespace tarazy::docx_text_test
