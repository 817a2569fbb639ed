#include "report/figure_data.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/sample_result_test.hpp"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <cmath>

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

TEST(FigureData, InThePageTheCellsStandColumnByColumnWithFewerDigits) {
    const StudyResult result = sample_result();
    const auto page = nlohmann::json::parse(page_figure_data_json(ReportContext(result, all_chapters())));
    const nlohmann::json all = sample_figures();
    ASSERT_EQ(page.at("figures").size(), all.at("figures").size());
    for (std::size_t f = 0; f < all.at("figures").size(); ++f) {
        const auto& figure = all.at("figures").at(f);
        const auto& cells = page.at("figures").at(f).at("cells");
        EXPECT_FALSE(page.at("figures").at(f).contains("rows"));
        ASSERT_EQ(cells.size(), figure.at("columns").size());
        for (std::size_t row = 0; row < figure.at("rows").size(); ++row) {
            for (std::size_t column = 0; column < cells.size(); ++column) {
                const auto &one = cells.at(column).at(row), &full = figure.at("rows").at(row).at(column);
                if (full.is_number_float()) {
                    EXPECT_NEAR(one.get<double>(), full.get<double>(),
                                (std::abs(full.get<double>()) < 1 ? 5e-4 : 5e-5) * std::abs(full.get<double>()));
                } else {
                    EXPECT_EQ(one, full);
                }
            }
        }
    }
}

TEST(FigureData, MessagesOfTheTextAreNotCarriedTwice) {
    const StudyResult result = sample_result();
    const auto page = nlohmann::json::parse(page_figure_data_json(ReportContext(result, all_chapters())));
    EXPECT_FALSE(page.at("messages").at("en").contains("reading.align.similarity"));
    EXPECT_TRUE(page.at("messages").at("kk").contains("control.svg"));
    EXPECT_TRUE(page.at("messages").at("ru").contains("axis.evenness"));
}

TEST(FigureData, NamesAndMessagesComeInThreeLanguages) {
    const nlohmann::json data = sample_figures();
    EXPECT_EQ(data.at("names").at("KAZ").at("kk"), "Қазақстан");
    EXPECT_EQ(data.at("messages").at("ru").at("control.svg"), "Скачать SVG");
}

}  // namespace figure_data_test
}  // namespace tarazy
