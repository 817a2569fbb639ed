#include "analyses/trace/chronology_analysis.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "analyses/example_study_test.hpp"
#include "analyses/trace/chronology_rows.hpp"
#include "study/quantity_form.hpp"
#include "study/run.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace tarazy {
namespace chronology_analysis_test {

TEST(ChronologyAnalysis, CountsEventsLinksAndYears) {
    const ExampleStudy example;
    const StudyResult result = run_study(example.read(), all_methods());
    const auto analysis = std::ranges::find(result.analyses, "chronology", &AnalysisResult::id);
    std::map<std::string, double> values;
    for (const Claim& claim : analysis->claims) values[claim.id] = claim.value.value();
    EXPECT_EQ(values.at("chronology.events"), 4);
    EXPECT_EQ(values.at("chronology.links"), 3);
    EXPECT_EQ(values.at("chronology.links.proposed"), 2);
    EXPECT_EQ(values.at("chronology.first_year"), 2005);
    EXPECT_FALSE(values.contains("chronology.conflicts"));
    EXPECT_EQ(events_of(*analysis).size(), 4u);
    EXPECT_EQ(links_of(*analysis).size(), 3u);
    EXPECT_EQ(analysis->command, "tarazy trace chronology example/data/events.csv --links example/data/links.csv");
}

TEST(ChronologyAnalysis, EveryClaimIsForeseen) {
    const PreparedAnalysis chronology = prepared_analysis("chronology");
    const std::vector<QuantityForm> forms = chronology.method->quantities(chronology.plan);
    for (const Claim& claim : chronology.method->claims(chronology.plan, chronology.compute()))
        EXPECT_NE(fitting_form(forms, claim.id.substr(chronology.plan.id.size() + 1)), nullptr) << claim.id;
    AnalysisPlan events_only = chronology.plan;
    std::erase_if(events_only.inputs, [](const AnalysisInput& input) { return input.role != "events"; });
    EXPECT_EQ(fitting_form(chronology.method->quantities(events_only), "links"), nullptr);
}

TEST(ChronologyAnalysis, AFaultyChronologyStopsTheRunWithItsPlace) {
    const ExampleStudy example;
    example.edit("data/links.csv", "e1,e2", "e1,e9");
    const std::string what = complaint_of([&] { (void)run_study(example.read(), all_methods()); });
    EXPECT_NE(what.find("links.csv:2"), std::string::npos) << what;
}

}  // namespace chronology_analysis_test
}  // namespace tarazy
