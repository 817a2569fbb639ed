#include "analyses/write_study/recognise/data_layout.hpp"

#include "analyses/write_study/recognise/layout_samples_test.hpp"
#include "io/atomic_file.hpp"

#include <gtest/gtest.h>

#include <set>

namespace tarazy {
namespace data_layout_test {

TEST(DataLayout, EveryLayoutHasASampleAndSaysHowItWasChecked) {
    std::set<std::string> sampled, ids;
    for (const auto& [file, id] : layout_samples()) sampled.insert(id);
    for (const DataLayout& layout : data_layouts()) {
        EXPECT_TRUE(ids.insert(layout.id).second) << layout.id << " stands twice";
        EXPECT_TRUE(sampled.contains(layout.id)) << "no sample of " << layout.id;
        EXPECT_FALSE(layout.commands.empty()) << layout.id;
        EXPECT_FALSE(layout.unit.empty()) << layout.id;
        EXPECT_TRUE(std::set<std::string>({"file", "code", "memory"}).contains(layout.verified_by)) << layout.id;
        EXPECT_TRUE(!layout.columns.empty() || !layout.bare_fields.empty() || layout.speeches) << layout.id;
    }
}

TEST(DataLayout, ThePageListsEveryLayoutAndHowItWasChecked) {
    const std::string page = read_file(TARAZY_SOURCE_DIR "/docs/data-recognise.md");
    for (const DataLayout& layout : data_layouts()) {
        const std::size_t row = page.find("| `" + layout.id + "` |");
        ASSERT_NE(row, std::string::npos) << layout.id;
        const std::string line = page.substr(row, page.find('\n', row) - row);
        EXPECT_TRUE(line.ends_with("| " + layout.verified_by + " |")) << line;
    }
}

TEST(DataLayout, LetterCaseBlanksDotsAndUnderscoresDoNotCount) {
    EXPECT_EQ(column_key("Country.Name"), column_key("country_name"));
    EXPECT_EQ(column_key("Country Name"), "countryname");
    const auto* layout =
        layout_with({.names = {"Country.Name", "Country.Code", "Indicator.Name", "Indicator.Code", "X1990"}});
    ASSERT_NE(layout, nullptr);
    EXPECT_EQ(layout->id, "wdi");
}

TEST(DataLayout, OfTwoThatFitTheOneWithMoreColumnsIsIt) {
    const auto* layout = layout_with({.names = {"version4id", "ccode1", "ccode2", "dyad_st_year", "dyad_end_year",
                                                "defense", "neutrality", "nonaggression", "entente", "year"}});
    ASSERT_NE(layout, nullptr);
    EXPECT_EQ(layout->id, "cow_alliances_by_dyad_yearly");
    EXPECT_EQ(layout_with({.names = {"case", "Y", "A"}}), nullptr);
    EXPECT_EQ(layout_with({}), nullptr);
}

TEST(DataLayout, NamesOfTheFileStandForThoseOfTheLayout) {
    const std::vector<std::string> names = {"StateA", "Country Code"};
    EXPECT_EQ(with_names_of_file("ccode1=[statea],x=[country code]", names), "ccode1=StateA,x=Country Code");
    EXPECT_EQ(with_names_of_file("[nowhere]", names), "nowhere");
    EXPECT_EQ(with_names_of_file("[open", names), "[open");
}

TEST(DataLayout, WhatAFileThatIsNearlyOneLacksIsTold) {
    const auto near = near_layouts({.names = {"rcid", "ccode", "vote"}});
    ASSERT_FALSE(near.empty());
    EXPECT_EQ(near.front().layout->id, "un_votes_voeten");
    EXPECT_EQ(near.front().lacks, std::vector<std::string>{"session"});
}

TEST(DataLayout, WhatIsNearIsNeverSaidToLackNothing) {
    for (const std::vector<std::string>& names :
         {std::vector<std::string>{"ccode", "cname", "year", "wdi_gdp"},
          {"ccode", "year", "state", "UN"},
          {"Country Name", "Country Code", "Indicator Name", "Indicator Code"}}) {
        for (const NearLayout& near : near_layouts({.names = names}))
            EXPECT_FALSE(near.lacks.empty()) << near.layout->id;
    }
}

TEST(DataLayout, TradeOfPairsIsKnownByItsTwoFlows) {
    const auto* layout = layout_with({.names = {"ccode1", "ccode2", "year", "flow1", "flow2"}});
    ASSERT_NE(layout, nullptr);
    EXPECT_EQ(layout->id, "cow_trade_dyadic");
}

}  // namespace data_layout_test
}  // namespace tarazy
