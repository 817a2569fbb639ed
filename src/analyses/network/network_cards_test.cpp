#include "analyses/network/network_cards.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "analyses/network/function_networks.hpp"
#include "report/report_context.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace network_cards_test {

TEST(NetworkCards, EveryNetworkOfTheReportHasOneWithItsRulesAndSources) {
    const ReportContext context(every_method_result(), all_chapters());
    for (const char* id : {"bridge", "functions", "functions_years", "knockout", "regimes"}) {
        const AnalysisResult* analysis = context.analysis(id);
        ASSERT_NE(analysis, nullptr) << id;
        const Chapter* chapter = context.chapter_of(*analysis);
        const std::string card = network_cards(context, *analysis).markup;
        EXPECT_NE(card.find("id=\"" + html_id("cards-", id) + "\""), std::string::npos) << card;
        for (const char* part : {"Two modes", "undirected", "Boundary", "A tie counts if it is there on 31 December.",
                                 "Where sources contradict one another"})
            EXPECT_NE(card.find(part), std::string::npos) << id << ": " << part;
        EXPECT_EQ(card.find("card.network."), std::string::npos) << id << " has no words of its own";
        EXPECT_NE(chapter->body(context, *analysis).markup.find(card), std::string::npos) << id;
    }
}

TEST(NetworkCards, TiesAndWhatIsNotKnownAddUp) {
    const PreparedAnalysis analysis = prepared_analysis("functions");
    const FunctionRecord record = function_record(analysis.roles());
    const FunctionNetworks networks = function_networks(analysis.plan, record);
    const Table cards = function_cards(networks, record);
    ASSERT_EQ(cards.rows(), networks.years.size());
    const double states = *number_in(cards, "states", 0), institutions = *number_in(cards, "institutions", 0),
                 ties = *number_in(cards, "ties", 0), unknown = *number_in(cards, "unknown", 0);
    EXPECT_GT(ties, 0);
    EXPECT_NEAR(*number_in(cards, "density", 0), ties / (states * institutions - unknown), 1e-12);
    EXPECT_EQ(regime_card({}, 2006).rows(), 0U);
}

TEST(NetworkCards, WithoutATableThereIsNone) {
    const ReportContext context(every_method_result(), all_chapters());
    EXPECT_TRUE(network_cards(context, AnalysisResult{}).markup.empty());
}

}  // namespace network_cards_test
}  // namespace tarazy
