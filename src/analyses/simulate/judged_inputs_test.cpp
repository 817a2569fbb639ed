#include "analyses/simulate/judged_inputs.hpp"

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"

#include <gtest/gtest.h>

namespace tarazy {
namespace judged_inputs_test {

AnalysisResult judged_by(const std::vector<std::string>& judges) {
    Table inputs;
    inputs.add("input", Column(std::vector<std::string>(judges.size(), "lambda")));
    for (const char* column : {"q05", "q50", "q95"}) inputs.add(column, Column(std::vector<double>(judges.size(), 1)));
    inputs.add("judged_by", Column(std::span<const std::string>(judges)));
    AnalysisResult analysis;
    analysis.tables.push_back({"inputs", std::move(inputs)});
    return analysis;
}

TEST(JudgedInputs, OneJudgeIsNamedOnceAndSeveralInEveryRow) {
    const ReportContext context(every_method_result(), all_chapters());
    const auto times = [&](const std::vector<std::string>& judges, const std::string& what) {
        const std::string markup = judged_inputs_html(context, judged_by(judges), "label").markup;
        std::size_t count = 0;
        for (auto at = markup.find(what); at != std::string::npos; at = markup.find(what, at + 1)) ++count;
        return count;
    };
    EXPECT_EQ(times({"a coder", "a coder", "a coder"}, "a coder"), 1u);
    EXPECT_EQ(times({"a coder", "another", "a coder"}, "a coder"), 2u);
    EXPECT_EQ(times({"", ""}, "nobody is named"), 1u);
    EXPECT_TRUE(judged_inputs_html(context, {}, "label").markup.empty());
}

}  // namespace judged_inputs_test
}  // namespace tarazy
