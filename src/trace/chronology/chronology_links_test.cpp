#include "trace/chronology/chronology_links.hpp"

#include "io/read_table.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace chronology_links_test {

const std::vector<std::string> ids = {"e001", "e002", "e003", "e004"};

EventDates dates() {
    EventDates result;
    const char* texts[] = {"1991-08-29", "1991-12", "1992-05-23", "1993/1995"};
    for (std::size_t i = 0; i < ids.size(); ++i) result[ids[i]] = std::get<EdtfDate>(parse_edtf(texts[i]));
    return result;
}

struct Reading {
    std::vector<ChronologyLink> links;
    std::vector<std::string> problems, warnings;
};

Reading reading(const std::string& rows) {
    Reading result;
    Diagnostics diagnostics;
    const Table table = read_csv("from,to,type,basis,stated_in\n" + rows, "links.csv");
    result.links = read_links(table, ids, dates(), diagnostics, result.warnings);
    for (const Problem& problem : diagnostics.problems()) result.problems.push_back(to_string(problem));
    return result;
}

TEST(ChronologyLinks, SoundLinksAreRead) {
    const Reading read = reading("e001,e002,enables,proposed,\ne002,e003,causes,literature,A book\n");
    ASSERT_EQ(read.links.size(), 2u);
    EXPECT_EQ(read.links[1].stated_in, "A book");
    EXPECT_TRUE(read.problems.empty());
    EXPECT_TRUE(read.warnings.empty());
}

TEST(ChronologyLinks, AnUnknownEventSuggestsTheNearest) {
    const Reading read = reading("e01,e002,enables,proposed,\n");
    EXPECT_EQ(read.problems, std::vector<std::string>{
                                 "links.csv:2:1: there is no event 'e01' in the chronology; did you mean 'e001'?"});
}

TEST(ChronologyLinks, TypeAndBasisHaveTwoValuesEach) {
    const Reading read = reading("e001,e002,cause,proposed,\ne001,e003,causes,guess,\n");
    EXPECT_EQ(read.problems,
              (std::vector<std::string>{"links.csv:2:3: type is 'cause'; write causes or enables",
                                        "links.csv:3:4: basis is 'guess'; write literature or proposed"}));
}

TEST(ChronologyLinks, AnEventLinkedToItselfAndALinkGivenTwice) {
    const Reading read =
        reading("e001,e001,causes,proposed,\ne001,e002,causes,proposed,\ne001,e002,enables,proposed,\n");
    ASSERT_EQ(read.problems.size(), 2u);
    EXPECT_EQ(read.problems[0],
              "links.csv:2:2: event e001 is linked to itself; take the link out, or correct one of its ends");
    EXPECT_EQ(read.problems[1], "links.csv:4:1: e001 -> e002 stands already on line 3; keep one of the two");
}

TEST(ChronologyLinks, EffectBeforeCauseIsRefused) {
    const Reading read = reading("e003,e001,causes,proposed,\n");
    EXPECT_EQ(read.problems,
              std::vector<std::string>{"links.csv:2:2: effect before cause: e003 (1992-05-23) -> e001 (1991-08-29); "
                                       "correct a date, or turn the link round"});
}

TEST(ChronologyLinks, APossibleOrderIsAWarning) {
    EventDates some = dates();
    some["e001"] = std::get<EdtfDate>(parse_edtf("1991-12-16"));
    Diagnostics diagnostics;
    std::vector<std::string> warnings;
    const Table table = read_csv("from,to,type,basis,stated_in\ne001,e002,causes,proposed,\n", "links.csv");
    (void)read_links(table, ids, some, diagnostics, warnings);
    EXPECT_TRUE(diagnostics.empty());
    ASSERT_EQ(warnings.size(), 1u);
    EXPECT_EQ(warnings[0],
              "links.csv:2:2: only possibly in order: e001 (1991-12-16) -> e002 (1991-12-01 to 1991-12-31); "
              "the effect may have begun before its cause; give closer dates if you can");
}

TEST(ChronologyLinks, LiteratureWithoutASourceIsAWarning) {
    EXPECT_EQ(reading("e001,e002,causes,literature,\n").warnings.size(), 1u);
}

TEST(ChronologyLinks, ACircleIsNamedByItsEvents) {
    EventDates none;  // dates that cannot be read do not hide a circle
    Diagnostics diagnostics;
    std::vector<std::string> warnings;
    const Table table = read_csv(
        "from,to,type,basis,stated_in\ne001,e002,causes,proposed,\ne002,e003,causes,proposed,\n"
        "e003,e002,causes,proposed,\n",
        "links.csv");
    (void)read_links(table, ids, none, diagnostics, warnings);
    ASSERT_EQ(diagnostics.count(), 1u);
    EXPECT_EQ(
        to_string(diagnostics.problems()[0]),
        "links.csv:4:2: links run in a circle: e002 -> e003 -> e002; no event leads back to itself; take out or turn "
        "round one of these links");
}

ChronologyLink link(const std::string& from, const std::string& to) {
    return {from, to, "causes", "proposed", ""};
}

TEST(ChronologyLinks, EveryClosingLinkIsFoundOnce) {
    const std::vector<ChronologyLink> links = {link("a", "b"), link("b", "c"), link("c", "a"), link("x", "y"),
                                               link("y", "x"), link("a", "c"), link("d", "d")};
    const auto found = circles(links);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].ids, (std::vector<std::string>{"a", "b", "c", "a"}));
    EXPECT_EQ(found[0].link, 2u);
    EXPECT_EQ(found[1].ids, (std::vector<std::string>{"x", "y", "x"}));
}

TEST(ChronologyLinks, TwoWaysToOneEventAreNoCircle) {
    const std::vector<ChronologyLink> links = {link("a", "b"), link("a", "c"), link("b", "d"), link("c", "d")};
    EXPECT_TRUE(circles(links).empty());
}

TEST(ChronologyLinks, AChainOfAHundredThousandLinksDoesNotOverflowTheStack) {
    std::vector<ChronologyLink> links;
    for (int i = 0; i < 100'000; ++i) links.push_back(link(std::to_string(i), std::to_string(i + 1)));
    EXPECT_TRUE(circles(links).empty());
    links.push_back(link("100000", "0"));
    ASSERT_EQ(circles(links).size(), 1u);
    EXPECT_EQ(circles(links)[0].ids.size(), 100'002u);
}

}  // namespace chronology_links_test
}  // namespace tarazy
