#include "analyses/simulate/judged_inputs.hpp"

#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <set>
#include <vector>

namespace tarazy {
namespace {

Html who_judged(const ReportContext& context, const std::string& who) {
    return who.empty() ? context.say("ensemble.nobody") : local(context.name(who));
}

}  // namespace

Html judged_inputs_html(const ReportContext& context, const AnalysisResult& analysis, const std::string& label) {
    const Table* inputs = find_table(analysis.tables, "inputs");
    if (inputs == nullptr || inputs->rows() == 0) return {};
    std::set<std::string> judges;
    for (std::size_t row = 0; row < inputs->rows(); ++row) judges.insert(text_in(*inputs, "judged_by", row));
    std::vector<HtmlColumn> columns = {
        {context.say("ensemble.column.input"), false,
         [&context, inputs](std::size_t row) { return local(context.name(text_in(*inputs, "input", row))); }}};
    for (const char* column : {"q05", "q50", "q95"}) columns.push_back(result_column(context, *inputs, column));
    Html head = element("h3", {{"id", label}}, context.say("ensemble.inputs")) +
                element("p", {}, context.say("ensemble.elicited"));
    if (judges.size() == 1)
        head = head + element("p", {},
                              context.say("ensemble.all_judged_by") + text(" ") + who_judged(context, *judges.begin()));
    else
        columns.push_back({context.say("ensemble.column.judged_by"), false, [&context, inputs](std::size_t row) {
                               return who_judged(context, text_in(*inputs, "judged_by", row));
                           }});
    return head + scrolled(label, html_table({}, columns, inputs->rows()));
}

}  // namespace tarazy
