#include "trace/event_data/event_layout.hpp"

#include "base/error.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace event_layout_test {

std::string tabs(std::size_t fields) {
    return std::string(fields - 1, '\t') + "\n";
}

TEST(EventLayout, IcewsColumnsAreFoundByName) {
    const EventColumns columns = named_event_columns(
        EventLayout::icews, ActorLevel::country,
        "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
        "Target Name\tTarget Sectors\tTarget Country\tStory ID\r\n",
        "events.tab");
    EXPECT_EQ(columns.delimiter, '\t');
    EXPECT_FALSE(columns.quoted);
    EXPECT_EQ(columns.fields, 12u);
    EXPECT_EQ(columns.date, 1u);
    EXPECT_EQ(columns.source, 4u);
    EXPECT_EQ(columns.target, 10u);
    EXPECT_EQ(columns.what, 6u);
    EXPECT_EQ(columns.goldstein, 7u);
    EXPECT_EQ(columns.vocabulary, EventVocabulary::cameo);
}

TEST(EventLayout, NamesAsOtherProgramsWriteThem) {
    for (const char* header : {"event_date,source_country,target_country,cameo_code,intensity",
                               "\"Event.Date\",\"Source.Country\",\"Target.Country\",\"CAMEO.Code\",\"Intensity\""}) {
        const EventColumns columns = named_event_columns(EventLayout::icews, ActorLevel::country, header, "e.csv");
        EXPECT_TRUE(columns.quoted);
        EXPECT_EQ(columns.what, 3u);
    }
}

TEST(EventLayout, AFileOfIcewsWithoutCodesIsReadByTheNamesOfEvents) {
    const EventColumns columns =
        named_event_columns(EventLayout::icews, ActorLevel::actor,
                            "Event Date\tSource Name\tEvent Text\tTarget Name\tIntensity", "Events.2017.tab");
    EXPECT_EQ(columns.vocabulary, EventVocabulary::cameo_names);
    const EventKind kind = event_kind(columns.vocabulary, QuadRule::icews, "Make statement", "", "0.0");
    EXPECT_EQ(kind.text, "010");
    EXPECT_EQ(kind.quad, Quad::vcoop);
}

TEST(EventLayout, EveryLackingColumnIsNamed) {
    try {
        (void)named_event_columns(EventLayout::icews, ActorLevel::country, "Event Date,Source Country,x", "e.csv");
        FAIL();
    } catch (const InputError& error) {
        ASSERT_EQ(error.problems().size(), 2u);
        EXPECT_NE(std::string(error.what()).find("there is no column target_country"), std::string::npos);
        EXPECT_NE(std::string(error.what()).find("there is no column cameo_code or event_text"), std::string::npos);
    }
}

TEST(EventLayout, GdeltIsKnownByTheNumberOfItsFields) {
    EXPECT_EQ(gdelt_columns(EventLayout::gdelt1, ActorLevel::country, tabs(58), "g.csv").source, 7u);
    EXPECT_EQ(gdelt_columns(EventLayout::gdelt1, ActorLevel::actor, tabs(57), "g.csv").target, 15u);
    EXPECT_EQ(gdelt_columns(EventLayout::gdelt2, ActorLevel::country, tabs(61), "g.csv").fields, 61u);
    EXPECT_THROW((void)gdelt_columns(EventLayout::gdelt1, ActorLevel::country, tabs(61), "g.csv"), InputError);
    EXPECT_THROW((void)gdelt_columns(EventLayout::gdelt2, ActorLevel::country, tabs(58), "g.csv"), InputError);
    EXPECT_FALSE(has_header(EventLayout::gdelt1, "818966496\t20190125"));
    EXPECT_TRUE(has_header(EventLayout::gdelt1, "GLOBALEVENTID,SQLDATE"));
    EXPECT_TRUE(has_header(EventLayout::icews, "818966496\t20190125"));
}

TEST(EventLayout, PloverAndAcledHaveTheirOwnWords) {
    const EventColumns plover = named_event_columns(EventLayout::plover, ActorLevel::country,
                                                    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad "
                                                    "Code\tContexts\tActor Name\tActor Country\tActor "
                                                    "COW\tRecipient Name\tRecipient Country",
                                                    "ngecEvents.txt");
    EXPECT_EQ(plover.target, 11u);
    EXPECT_EQ(event_kind(plover.vocabulary, QuadRule::plover, "COERCE", "", "-5").quad, Quad::mconf);
    EXPECT_FALSE(event_kind(plover.vocabulary, QuadRule::plover, "INVADE", "", "-5").fault.empty());
    EXPECT_FALSE(event_kind(plover.vocabulary, QuadRule::plover, "AID", "", "").goldstein);
    const EventColumns acled = named_event_columns(
        EventLayout::acled, ActorLevel::country,
        "event_id_cnty;event_date;year;time_precision;disorder_type;event_type;sub_event_type;actor1;actor2",
        "acled.csv");
    EXPECT_EQ(acled.delimiter, ';');
    EXPECT_EQ(acled.source, 7u);
    EXPECT_EQ(event_kind(acled.vocabulary, QuadRule::plover, "Battles", "Armed clash", "").quad, Quad::mconf);
    EXPECT_EQ(event_kind(acled.vocabulary, QuadRule::plover, "Strategic developments", "Agreement", "").quad,
              Quad::vcoop);
    EXPECT_EQ(event_kind(acled.vocabulary, QuadRule::plover, "Strategic developments", "Other", "").quad, std::nullopt);
    EXPECT_FALSE(event_kind(acled.vocabulary, QuadRule::plover, "Parade", "", "").fault.empty());
}

TEST(EventLayout, AnEmptyGoldsteinCellIsFilledFromTheTable) {
    const EventKind kind = event_kind(EventVocabulary::cameo, QuadRule::gdelt, "190", "", "");
    EXPECT_EQ(kind.goldstein, -10 * goldstein_unit);
    EXPECT_TRUE(kind.goldstein_from_table);
    EXPECT_FALSE(event_kind(EventVocabulary::cameo, QuadRule::gdelt, "190", "", "-9").goldstein_from_table);
    EXPECT_TRUE(event_kind(EventVocabulary::cameo, QuadRule::gdelt, "190", "", "ten").fault_in_goldstein);
    EXPECT_NE(event_kind(EventVocabulary::cameo, QuadRule::gdelt, "42", "", "1.9").fault.find("leading zero"),
              std::string::npos);
}

TEST(EventLayout, Millionths) {
    EXPECT_EQ(millionths("-9.5"), -9'500'000);
    EXPECT_EQ(millionths("3.4000000953674316"), 3'400'000);
    EXPECT_EQ(millionths("1e1"), 10'000'000);
    EXPECT_EQ(millionths("1001"), std::nullopt);
    EXPECT_EQ(millionths("nan"), std::nullopt);
    EXPECT_EQ(millionths(""), std::nullopt);
}

}  // namespace event_layout_test
}  // namespace tarazy
