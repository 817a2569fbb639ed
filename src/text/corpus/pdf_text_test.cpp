#include "text/corpus/pdf_text.hpp"

#include "base/error.hpp"
#include "text/corpus/small_documents_test.hpp"

#include <gtest/gtest.h>

#include <filesystem>

namespace tarazy::pdf_text_test {
namespace {

using testing_documents::Folder;

const std::string data = TARAZY_SOURCE_DIR "/src/text/testdata/";

std::string refused(const std::string& path, const ProcessLimits& limits = {}) {
    try {
        (void)read_pdf_text(path, limits, Work());
    } catch (const InputError& error) {
        return error.what();
    } catch (const LimitError& error) {
        return error.what();
    }
    return "nothing";
}

TEST(PdfText, PagesWithTheirLines) {
    const PdfText pdf = read_pdf_text(data + "documents/article_kk_2021.pdf", {}, Work());
    EXPECT_EQ(pdf.pages, 4u);
    EXPECT_EQ(pdf.without_text, 0u);
    EXPECT_NE(pdf.text.find("ядролық қа-\n"), std::string::npos);
}

TEST(PdfText, WhatCannotBeReadSaysWhy) {
    EXPECT_NE(refused(data + "unreadable/scan.pdf").find("OCR"), std::string::npos);
    EXPECT_NE(refused(data + "unreadable/password.pdf").find("password"), std::string::npos);
    const Folder folder;
    EXPECT_NE(refused(folder.write("cut.pdf", "%PDF-1.4\nnothing else")).find("cannot be read"), std::string::npos);
    EXPECT_THROW((void)read_pdf_text(data + "unreadable/scan.pdf", {}, Work(), "no-such-program"), FileError);
}

TEST(PdfText, ABombIsStopped) {
    const Folder folder;
    const std::string bomb = folder.write("bomb.pdf", testing_documents::pdf_bytes(3'000'000));
    EXPECT_LT(std::filesystem::file_size(bomb), 2'000'000u);
    ProcessLimits limits;
    limits.cpu_seconds = 1;
    limits.wall_seconds = 20;
    EXPECT_NE(refused(bomb, limits).find("was stopped"), std::string::npos) << refused(bomb, limits);
}

}  // namespace
}  // namespace tarazy::pdf_text_test
