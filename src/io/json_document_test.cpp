#include "io/json_document.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace json_document_test {

std::string refusal(const std::string& text) {
    try {
        (void)parse_json_document(text, "m.json");
    } catch (const InputError& error) {
        return error.what();
    }
    return "read";
}

TEST(JsonDocument, EveryValueRemembersItsPlaceInCharacters) {
    const TomlValue root = parse_json_document(
        "{\"name\": \"тәж\\\"рибе\",\n \"prior\" : { \"H\":0.4, \"N\" : -2 },\n \"list\": [true, 1e-3,\"x\"], \"no\": "
        "null}",
        "m.json");
    ASSERT_EQ(root.kind, TomlKind::table);
    ASSERT_EQ(root.entries.size(), 3u);
    EXPECT_EQ(root.place.column, 1u);
    EXPECT_EQ(root.entries[0].value.text, "тәж\"рибе");
    EXPECT_EQ(root.entries[0].value.place.column, 10u);
    const TomlEntry& prior = root.entries[1];
    EXPECT_EQ(prior.place.line, 2u);
    EXPECT_EQ(prior.place.column, 2u);
    EXPECT_EQ(prior.value.place.column, 12u);
    EXPECT_DOUBLE_EQ(prior.value.find("H")->value.real, 0.4);
    EXPECT_EQ(prior.value.find("H")->value.place.column, 18u);
    EXPECT_EQ(prior.value.find("N")->value.integer, -2);
    EXPECT_EQ(prior.value.find("N")->value.place.column, 29u);
    const TomlValue& list = root.entries[2].value;
    ASSERT_EQ(list.items.size(), 3u);
    EXPECT_EQ(list.items[0].place.column, 11u);
    EXPECT_EQ(list.items[1].place.column, 17u);
    EXPECT_EQ(list.items[2].place.column, 22u);
    EXPECT_EQ(root.find("no"), nullptr);
}

TEST(JsonDocument, WhatIsNoJsonIsNamedWithItsPlace) {
    EXPECT_TRUE(refusal("{\n \"a\": 1,\n}").starts_with("m.json:3:1: this is no JSON: "))
        << refusal("{\n \"a\": 1,\n}");
    EXPECT_TRUE(refusal("").starts_with("m.json:1:1: this is no JSON")) << refusal("");
    EXPECT_EQ(refusal("{\"a\": 1, \"a\": 2}"),
              "m.json:1:10: the key 'a' stands twice in one object; keep one of the two");
    EXPECT_NE(refusal("[1, null]").find("m.json:1:5: a list holds null"), std::string::npos) << refusal("[1, null]");
    EXPECT_NE(refusal("[1e999]"), "read");
    EXPECT_NE(refusal(std::string(200, '[')).find("nested more than 100 deep"), std::string::npos);
}

TEST(JsonDocument, AnyDocumentIsReadByItsNameOrItsFirstSign) {
    EXPECT_EQ(parse_document("a = 1", "m.toml").find("a")->value.integer, 1);
    EXPECT_EQ(parse_document(" {\"a\": 1}", "m").find("a")->value.integer, 1);
    EXPECT_EQ(parse_document("[1]", "m.json").items.size(), 1u);
}

}  // namespace json_document_test
}  // namespace tarazy
