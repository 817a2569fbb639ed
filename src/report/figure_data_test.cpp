#include "report/figure_data.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace tarazy {
namespace figure_data_test {

nlohmann::json sample_figures() {
    const StudyResult result = sample_result();
    return nlohmann::json::parse(figure_data_json(ReportContext(result, all_chapters())));
}

TEST(FigureData, HoldsEveryFigureOfTheReport) {
    const nlohmann::json data = sample_figures();
    std::vector<std::string> ids;
    for (const auto& figure : data.at("figures")) ids.push_back(figure.at("id"));
    EXPECT_EQ(ids, (std::vector<std::string>{"balance", "closeness-votes_shares", "closeness-ties_shares",
                                             "similarity-votes_similarity", "timeline"}));
}

TEST(FigureData, MissingNumbersAreNull) {
    const nlohmann::json closeness = sample_figures().at("figures").at(2);
    EXPECT_TRUE(closeness.at("rows").at(0).at(5).is_null());  // no interval in a census
    EXPECT_EQ(closeness.at("rows").at(0).size(), closeness.at("columns").size());
}

TEST(FigureData, NamesAndMessagesComeInThreeLanguages) {
    const nlohmann::json data = sample_figures();
    EXPECT_EQ(data.at("names").at("KAZ").at("kk"), "Қазақстан");
    EXPECT_EQ(data.at("messages").at("ru").at("control.svg"), "Скачать SVG");
}

}  // namespace figure_data_test
}  // namespace tarazy
