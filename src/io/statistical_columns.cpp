#include "io/statistical_columns.hpp"

#include "base/number_text.hpp"
#include "io/column_notes.hpp"
#include "io/spss_dates.hpp"
#include "io/stata_dates.hpp"
#include "io/typed_column.hpp"

#include <cmath>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

/// Turns variables into columns and remembers what to tell.
class ColumnMaker {
public:
    ColumnMaker(const LabelSets& labels, StatisticalFormat format) : labels_(labels), format_(format) {}

    Column column(StoredVariable& variable);
    std::vector<std::string> notes() const;

private:
    DateUnit unit(const StoredVariable& variable) const;
    Column date_column(const StoredVariable& variable, DateUnit unit);
    std::shared_ptr<const ColumnLabels> labels(const StoredVariable& variable, bool as_dates) const;
    const char* program() const { return format_ == StatisticalFormat::stata ? "Stata" : "SPSS"; }

    const LabelSets& labels_;
    StatisticalFormat format_;
    std::vector<std::string> dates_;     ///< `edtf (%td)`
    std::vector<std::string> no_dates_;  ///< sentences
    std::vector<std::string> tagged_, defined_;
    std::size_t tagged_cells_ = 0, defined_cells_ = 0;
};

DateUnit ColumnMaker::unit(const StoredVariable& variable) const {
    if (variable.text) return DateUnit::none;
    const DateUnit unit =
        format_ == StatisticalFormat::stata ? stata_date_unit(variable.format) : spss_date_unit(variable.format);
    // What is stored is what is meant.
    return unit == DateUnit::year || unit == DateUnit::month_number ? DateUnit::none : unit;
}

Column ColumnMaker::date_column(const StoredVariable& variable, DateUnit unit) {
    TextLevels levels;
    std::vector<std::int32_t> codes;
    codes.reserve(variable.numbers.size());
    std::string first_without;
    std::size_t without = 0;
    for (const double number : variable.numbers) {
        if (std::isnan(number)) {
            codes.push_back(-1);
            continue;
        }
        std::optional<std::string> text;
        if (unit != DateUnit::business_day) {
            text = format_ == StatisticalFormat::stata ? stata_date_text(number, unit) : spss_date_text(number, unit);
        }
        if (!text) {
            text = variable.format + ' ' + number_text(number);
            if (without++ == 0) first_without = *text;
        }
        codes.push_back(levels.code_of(*text));
    }
    if (levels.levels().empty()) return integers_if_whole(variable.numbers);  // as other columns without a value
    if (unit == DateUnit::business_day) {
        no_dates_.push_back("the days of column " + variable.name + " belong to a business calendar (" +
                            variable.format + ") that is not in the file: kept as '" + first_without + "'");
    } else {
        dates_.push_back(variable.name + " (" + variable.format + ')');
        if (without > 0) {
            no_dates_.push_back(std::to_string(without) + (without == 1 ? " value" : " values") + " of column " +
                                variable.name + (without == 1 ? " is no date" : " are no dates") + " in " + program() +
                                ": kept as '" + first_without + "'");
        }
    }
    return Column(TextCells{std::move(codes), levels.take()});
}

std::shared_ptr<const ColumnLabels> ColumnMaker::labels(const StoredVariable& variable, bool as_dates) const {
    ColumnLabels found;
    found.title = variable.title;
    const auto set = labels_.find(variable.label_set);
    if (!as_dates && !variable.label_set.empty() && set != labels_.end()) found.values = set->second;
    if (found.title.empty() && found.values.empty()) return nullptr;
    return std::make_shared<const ColumnLabels>(std::move(found));
}

Column ColumnMaker::column(StoredVariable& variable) {
    if (variable.tagged_missing > 0) tagged_.push_back(variable.name);
    if (variable.defined_missing > 0) defined_.push_back(variable.name);
    tagged_cells_ += variable.tagged_missing;
    defined_cells_ += variable.defined_missing;
    const DateUnit meaning = unit(variable);
    Column column = variable.text               ? Column(TextCells{std::move(variable.codes), variable.levels.take()})
                    : meaning != DateUnit::none ? date_column(variable, meaning)
                                                : integers_if_whole(std::move(variable.numbers));
    column.set_labels(labels(variable, meaning != DateUnit::none));
    return column;
}

std::vector<std::string> ColumnMaker::notes() const {
    std::vector<std::string> notes;
    if (!dates_.empty()) {
        notes.push_back(columns_named(dates_) + (dates_.size() == 1 ? " holds " : " hold ") + program() +
                        " dates: read as ISO dates");
    }
    notes.insert(notes.end(), no_dates_.begin(), no_dates_.end());
    const auto told = [&](std::size_t cells, const std::vector<std::string>& names, const char* what) {
        if (cells == 0) return;
        notes.push_back(std::to_string(cells) + (cells == 1 ? " cell" : " cells") + " of " + columns_named(names) +
                        (cells == 1 ? " holds " : " hold ") + what + ": read as missing");
    };
    told(tagged_cells_, tagged_, "an extended missing value (.a to .z)");
    told(defined_cells_, defined_, "a value that the file declares missing");
    return notes;
}

}  // namespace

Table table_of(std::vector<StoredVariable> variables, const LabelSets& labels, StatisticalFormat format) {
    ColumnMaker maker(labels, format);
    Table table;
    for (StoredVariable& variable : variables) {
        Column column = maker.column(variable);
        table.add(std::move(variable.name), std::move(column));
    }
    table.origin.notes = maker.notes();
    return table;
}

}  // namespace tarazy
