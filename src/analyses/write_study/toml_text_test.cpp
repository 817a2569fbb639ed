#include "analyses/write_study/toml_text.hpp"

#include "io/toml_document.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tarazy {
namespace toml_text_test {

TEST(TomlText, WhatIsWrittenIsReadBackAsItWas) {
    const std::string text = "a \"quoted\" \\ path\twith\nlines, «қазақша» and \x7f";
    const TomlValue read = parse_toml("text = " + toml_quoted(text) + "\n", "memory");
    ASSERT_EQ(read.entries.size(), 1u);
    EXPECT_EQ(read.entries.front().value.text, text);
}

TEST(TomlText, NothingEndsAComment) {
    EXPECT_EQ(one_line("a\nfocus = \"KAZ\"\r\x7f «қ» \\"), "a\\u000Afocus = \"KAZ\"\\u000D\\u007F «қ» \\");
    const TomlValue read = parse_toml("x = 1 # " + one_line(std::string("a\nb = 2\0\t", 9)) + "\n", "memory");
    EXPECT_EQ(read.entries.size(), 1u);
}

TEST(TomlText, AListKeepsItsItems) {
    EXPECT_EQ(toml_list({"a", "b\"c"}), R"(["a", "b\"c"])");
    EXPECT_EQ(toml_list({}), "[]");
}

TEST(TomlText, ALanguageWithoutTextIsLeftOut) {
    EXPECT_EQ(toml_languages({"West", "", "Запад"}), R"({ en = "West", ru = "Запад" })");
}

}  // namespace toml_text_test
}  // namespace tarazy
