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

TEST(TomlText, AListKeepsItsItems) {
    EXPECT_EQ(toml_list({"a", "b\"c"}), R"(["a", "b\"c"])");
    EXPECT_EQ(toml_list({}), "[]");
}

TEST(TomlText, ALanguageWithoutTextIsLeftOut) {
    EXPECT_EQ(toml_languages({"West", "", "Запад"}), R"({ en = "West", ru = "Запад" })");
}

}  // namespace toml_text_test
}  // namespace tarazy
