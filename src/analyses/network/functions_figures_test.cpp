#include "analyses/network/functions_figures.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace tarazy {
namespace functions_figures_test {

TEST(FunctionsFigures, AreOfTheFocus) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto figures = functions_figures(context, *context.analysis("functions"));
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0]["id"], "function_table-functions");
    const nlohmann::ordered_json expected = {{"defence", "", "none"},
                                             {"dialogue", "ONE", "provider"},
                                             {"dialogue", "TWO", "provider"},
                                             {"trade", "", "none"},
                                             {"verification", "ONE", "sole"}};
    EXPECT_EQ(figures[0]["rows"], expected);
    EXPECT_TRUE(functions_figures(context, AnalysisResult{}).empty());
}

}  // namespace functions_figures_test
}  // namespace tarazy
