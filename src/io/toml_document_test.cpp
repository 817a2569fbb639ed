#include "io/toml_document.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace toml_document_test {

TEST(TomlDocument, EveryValueRemembersItsPlaceInCharacters) {
    const TomlValue root =
        parse_toml("[study]\nid = \"a\"\n\"түр\" = 3\n\n[[pole]]\nid = \"RUS\"\n[[pole]]\nid = 1.5\n", "s.toml");
    const TomlEntry* study = root.find("study");
    ASSERT_NE(study, nullptr);
    EXPECT_EQ(study->value.place.line, 1u);
    const TomlEntry& kind = study->value.entries.at(1);
    EXPECT_EQ(kind.key, "түр");
    EXPECT_EQ(kind.place.line, 3u);
    EXPECT_EQ(kind.value.place.column, 9u);
    const TomlValue& poles = root.find("pole")->value;
    ASSERT_EQ(poles.items.size(), 2u);
    EXPECT_EQ(poles.items[1].place.line, 7u);
    EXPECT_EQ(poles.items[1].find("id")->value.kind, TomlKind::real);
    EXPECT_EQ(poles.items[1].find("name"), nullptr);
}

TEST(TomlDocument, KeysKeepTheOrderOfTheFile) {
    const TomlValue root = parse_toml("b = 1\na = true\nc = 2020-01-02\nd = [1, 2]\n", "s.toml");
    std::string keys;
    for (const TomlEntry& entry : root.entries) keys += entry.key;
    EXPECT_EQ(keys, "bacd");
    EXPECT_TRUE(root.find("a")->value.boolean);
    EXPECT_EQ(root.find("c")->value.text, "2020-01-02");
    EXPECT_EQ(root.find("d")->value.items.size(), 2u);
    EXPECT_DOUBLE_EQ(root.find("b")->value.real, 1.0);
}

TEST(TomlDocument, ASyntaxErrorIsNamedWithItsPlace) {
    try {
        (void)parse_toml("a = 1\nb = \"open\nc = 2\n", "s.toml");
        FAIL() << "accepted an unclosed text";
    } catch (const InputError& error) {
        EXPECT_TRUE(std::string(error.what()).starts_with("s.toml:2:")) << error.what();
    }
    EXPECT_THROW((void)parse_toml("a = 1\na = 2\n", "s.toml"), InputError);
}

TEST(TomlDocument, DeepNestingIsRefusedNotACrash) {
    std::string key = "a";
    for (int i = 0; i < 5000; ++i) key += ".a";
    EXPECT_THROW((void)parse_toml(key + " = 1\n", "s.toml"), InputError);
    EXPECT_THROW((void)parse_toml("a = " + std::string(5000, '[') + "\n", "s.toml"), InputError);
}

TEST(TomlDocument, KeysOfFortyThousandPartsAreRefusedBeforeTheyAreRead) {
    std::string key = "a", quoted = "a";
    for (int i = 0; i < 40000; ++i) {
        key += ".a";
        quoted += " . \"b.c\"";
    }
    for (const std::string& text :
         {key + " = 1\n", '[' + key + "]\n", "[[" + key + "]]\n", "x = {" + key + " = 1}\n", quoted + " = 1\n"}) {
        try {
            (void)parse_toml("# first\n" + text, "s.toml");
            ADD_FAILURE() << text.substr(0, 20);
        } catch (const InputError& error) {
            EXPECT_TRUE(std::string(error.what()).starts_with("s.toml:2:")) << error.what();
            EXPECT_NE(std::string(error.what()).find("nested more than 100 deep"), std::string::npos);
        }
    }
}

TEST(TomlDocument, DotsInTextsAndCommentsAreNoKeys) {
    const std::string dots(500, '.');
    const TomlValue root = parse_toml("# " + dots + "\na = \"\\\"" + dots + "\"\nb = '" + dots + "'\nc = \"\"\"\n" +
                                          dots + "\n\"\"\"\nd = [1.5, 2.5]\n",
                                      "s.toml");
    EXPECT_EQ(root.entries.size(), 4u);
    EXPECT_EQ(root.find("b")->value.text, dots);
}

}  // namespace toml_document_test
}  // namespace tarazy
