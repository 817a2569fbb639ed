#include "study/edit_study.hpp"

#include "base/error.hpp"
#include "io/toml_document.hpp"
#include "study/study_overrides.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace edit_study_test {
namespace {

using namespace tarazy;
using Kind = StudyEdit::Kind;

const std::string small = R"(# A study.
[study]
id = "small"  # short
years = [1991, 2024]
comparison = ["KGZ", "UZB",  # neighbours
              "TJK"]

[study.title]
en = "Ресей мен Қытай"

# The first pole.
[[pole]]
id = "RUS"
members = ["RUS"]

# The second.
[[pole]]
id = "WEST"
name = { en = "West" }
members = ["USA", "GBR"]

# ------ analyses

[[analysis]]
id = "votes"
method = "align.shares"

[analysis.parameters]
sessions = "46-74"
)";

std::string edited(const std::vector<StudyEdit>& edits, const std::string& text = small) {
    return edited_study(text, "study.toml", edits);
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

const std::string proposed = R"([[proposition]]
id = "P1"
[proposition.text]
en = "One." # first
ru = "Раз."
# Looked at first.
[[proposition.test]]
analysis = "votes"
quantity = "trend.RUS.1991-2024"

# The second.
[[proposition]]
id = "P2"
text = { en = "Two." }
[[proposition.test]]
analysis = "votes"
)";

TEST(EditStudy, ATableUnderAHeaderTakesTheKeysOfTheValue) {
    EXPECT_EQ(edited({{Kind::set, "proposition.P1.text", R"({ en = "One.", kk = "Бір." })"}}, proposed),
              with(proposed, "ru = \"Раз.\"\n", "kk = \"Бір.\"\n"));
    EXPECT_EQ(edited({{Kind::set, "proposition.P2.text", R"({ en = "2", kk = "Екі." })"}}, proposed),
              with(proposed, R"({ en = "Two." })", R"({ en = "2", kk = "Екі." })"));
}

TEST(EditStudy, ATestIsAddedToItsPropositionAndTakenOut) {
    const std::string test = "[[proposition.test]]\nanalysis = \"other\"\n";
    const std::string more = edited({{Kind::add, "proposition.P1", test}}, proposed);
    EXPECT_EQ(more, with(proposed, "2024\"\n", "2024\"\n" + test));
    EXPECT_EQ(edited({{Kind::remove, "proposition.P1.test.2", ""}}, more), proposed);
    EXPECT_EQ(edited({{Kind::add, "proposition.P2", test}}, proposed), proposed + test);
    EXPECT_THROW((void)edited({{Kind::add, "proposition.P9", test}}, proposed), InputError);
    EXPECT_EQ(edited({{Kind::remove, "proposition.P2", ""}}, proposed),
              proposed.substr(0, proposed.find("\n# The second.")));
}

TEST(EditStudy, AValueIsReplacedAndItsCommentStays) {
    EXPECT_EQ(edited({{Kind::set, "study.id", "\"other\""}}), with(small, "\"small\"", "\"other\""));
    EXPECT_EQ(edited({{Kind::set, "study.title.en", "\"ә\""}}), with(small, "\"Ресей мен Қытай\"", "\"ә\""));
    EXPECT_EQ(edited({{Kind::set, "analysis.votes.parameters.sessions", "\"46-80\""}}), with(small, "46-74", "46-80"));
}

TEST(EditStudy, OfAListOnlyTheItemsThatChangeAreTouched) {
    EXPECT_EQ(edited({{Kind::set, "study.comparison", R"(["KGZ", "UZB", "TJK", "TKM"])"}}),
              with(small, "\"TJK\"]", "\"TJK\", \"TKM\"]"));
    EXPECT_EQ(edited({{Kind::set, "study.comparison", R"(["UZB", "TJK"])"}}), with(small, "\"KGZ\", ", ""));
    EXPECT_EQ(edited({{Kind::set, "pole.WEST.members", R"(["USA"])"}}), with(small, ", \"GBR\"", ""));
    EXPECT_EQ(edited({{Kind::set, "pole.WEST.members", R"(["GBR", "USA"])"}}),
              with(small, R"(["USA", "GBR"])", R"(["GBR", "USA"])"))
        << "another order is written anew";
    EXPECT_EQ(edited({{Kind::set, "pole.WEST.members", R"(["USA", "FRA"])"}}), with(small, "\"GBR\"", "\"FRA\""));
}

TEST(EditStudy, AKeyThatIsNotThereIsWrittenWhereItsTableStands) {
    EXPECT_EQ(edited({{Kind::set, "study.seed", "7"}}),
              with(small, "              \"TJK\"]\n", "              \"TJK\"]\nseed = 7\n"));
    EXPECT_EQ(edited({{Kind::set, "pole.WEST.name.kk", "\"Батыс\""}}),
              with(small, "\"West\"", "\"West\", kk = \"Батыс\""));
    EXPECT_EQ(edited({{Kind::set, "analysis.votes.parameters.states", "\"KAZ\""}}), small + "states = \"KAZ\"\n");
}

TEST(EditStudy, APartIsPutBehindTheLastOfItsKind) {
    EXPECT_EQ(edited({{Kind::add, "pole", "[[pole]]\nid = \"CHN\"\n"}}),
              with(small, "\"GBR\"]\n", "\"GBR\"]\n\n[[pole]]\nid = \"CHN\"\n"));
    EXPECT_EQ(edited({{Kind::add, "choice", "[[choice]]\nid = \"west\""}}), small + "\n[[choice]]\nid = \"west\"\n");
}

TEST(EditStudy, APartGoesWithItsComment) {
    EXPECT_EQ(
        edited({{Kind::remove, "pole.WEST", ""}}),
        with(small,
             "# The second.\n[[pole]]\nid = \"WEST\"\nname = { en = \"West\" }\nmembers = [\"USA\", \"GBR\"]\n\n", ""));
    EXPECT_EQ(edited({{Kind::remove, "pole.RUS.members", ""}}), with(small, "members = [\"RUS\"]\n", ""));
    const std::string three = with(small, "{ en = \"West\" }", "{ en = \"a\", kk = \"b\", ru = \"c\" }");
    EXPECT_EQ(edited({{Kind::remove, "pole.WEST.name.kk", ""}}, three), with(three, ", kk = \"b\"", ""));
    EXPECT_EQ(edited({{Kind::remove, "pole.WEST.name.en", ""}}, three), with(three, "en = \"a\", ", ""));
    EXPECT_EQ(edited({{Kind::remove, "pole.WEST.name.en", ""}}), with(small, "{ en = \"West\" }", "{}"));
}

TEST(EditStudy, WhatCannotBeDoneIsSaid) {
    EXPECT_THROW((void)edited({{Kind::set, "pole.EAST.members", "[]"}}), InputError);
    EXPECT_THROW((void)edited({{Kind::set, "study.id", "no quotes"}}), InputError);
    EXPECT_THROW((void)edited({{Kind::set, "study.id", "\"a\"\nx = 1"}}), InputError) << "nothing is slipped in";
    EXPECT_THROW((void)edited({{Kind::set, "pole", "1"}}), InputError) << "a list of parts";
    EXPECT_THROW((void)edited({{Kind::remove, "pole.EAST", ""}}), InputError);
    EXPECT_THROW((void)edited({{Kind::add, "pole", "[[pole"}}), InputError);
}

/// Every value of a shipped study: written anew as it is, nothing changes; a number in its place is read again there.
TEST(EditStudy, EveryValueOfTheShippedStudiesCanBeSet) {
    for (const char* name : {"kazakhstan", "mongolia"}) {
        std::ifstream file(std::string(TARAZY_SOURCE_DIR "/studies/") + name + "/study.toml");
        std::stringstream content;
        content << file.rdbuf();
        const std::string text = content.str();
        const TomlValue root = parse_toml(text, "study.toml");
        for (const TomlEntry& part : root.entries) {
            if (part.key != "analysis" && part.key != "pole") continue;
            for (const TomlValue& item : part.value.items) {
                for (const TomlEntry& key : item.entries) {
                    const bool parts = !key.value.items.empty() && key.value.items.front().kind == TomlKind::table;
                    if (key.key == "id" || key.value.kind == TomlKind::table || parts) continue;
                    const std::string path = part.key + '.' + item.find("id")->value.text + '.' + key.key;
                    const std::string changed = edited({{Kind::set, path, "-77"}}, text);
                    const TomlValue again = parse_toml(changed, "study.toml");
                    ASSERT_NE(find_key(again, path), nullptr) << path;
                    EXPECT_EQ(find_key(again, path)->integer, -77) << path;
                    EXPECT_EQ(changed_lines(text, changed).size(), 1u) << path;
                }
            }
        }
    }
}

TEST(ChangedLines, NameWhatDiffers) {
    const auto changes = changed_lines("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n");
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0].line, 2u);
    EXPECT_EQ(changes[0].before, std::vector<std::string>{"b"});
    EXPECT_EQ(changes[0].after, std::vector<std::string>{"B"});
    EXPECT_EQ(changes[1].after, std::vector<std::string>{"e"});
    EXPECT_TRUE(changed_lines("a\n", "a\n").empty());
}

}  // namespace
}  // namespace edit_study_test
