#include "io/statistical_labels.hpp"

#include "io/column_notes.hpp"
#include "io/table_format.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace tarazy {
namespace {

constexpr std::size_t longest_spss_label = 120, longest_spss_title = 252, longest_labelled_text = 255;
constexpr std::size_t longest_stata_label = 32'000, longest_stata_title = 80;
constexpr double largest_labelled_number = 2'147'483'620;

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::string first_bytes(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && continues_character(text[most])) --most;
    return text.substr(0, most);
}

std::string first_characters(const std::string& text, std::size_t most) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (!continues_character(text[at]) && most-- == 0) break;
    }
    return text.substr(0, at);
}

bool holds_short_texts(const Column& column) {
    const auto fits = [](const std::string& text) { return text.size() <= longest_labelled_text; };
    return std::ranges::all_of(column.texts().levels, fits);
}

bool can_hold(const ValueLabel& label, const Column& column, bool stata) {
    if (column.type() == ColumnType::text) {
        const auto* text = std::get_if<std::string>(&label.value);
        return !stata && text != nullptr && !text->empty() && text->size() <= longest_labelled_text &&
               holds_short_texts(column);
    }
    const auto* number = std::get_if<double>(&label.value);
    if (number == nullptr || !std::isfinite(*number)) return false;
    return !stata || (*number == std::trunc(*number) && std::abs(*number) <= largest_labelled_number);
}

std::string of_columns(std::size_t labels, const std::vector<std::string>& names) {
    return std::to_string(labels) + (labels == 1 ? " label" : " labels") + " of " + columns_named(names);
}

std::vector<std::string> losses_in_statistical(const Table& table, StatisticalFormat format) {
    std::vector<std::string> without, cut;
    std::size_t left_out = 0, shortened = 0;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        const WritableLabels labels = writable_labels(table.columns[index], format);
        if (labels.left_out > 0) without.push_back(table.names[index]);
        if (labels.shortened > 0) cut.push_back(table.names[index]);
        left_out += labels.left_out;
        shortened += labels.shortened;
    }
    std::vector<std::string> losses;
    const bool stata = format == StatisticalFormat::stata;
    if (left_out > 0) {
        losses.push_back(of_columns(left_out, without) + " cannot be kept: " +
                         (stata ? "Stata labels whole numbers only" : "SPSS labels texts up to 255 bytes only"));
    }
    if (shortened > 0) {
        losses.push_back(
            of_columns(shortened, cut) + " cut short: " +
            (stata ? "Stata keeps 80 characters of a title" : "SPSS keeps 120 bytes of a label, 252 of a title"));
    }
    return losses;
}

}  // namespace

WritableLabels writable_labels(const Column& column, StatisticalFormat format) {
    WritableLabels writable;
    if (!column.labels()) return writable;
    const bool stata = format == StatisticalFormat::stata;
    const std::string& title = column.labels()->title;
    writable.title = stata ? first_characters(title, longest_stata_title) : first_bytes(title, longest_spss_title);
    writable.shortened += writable.title.size() < title.size() ? 1 : 0;
    std::set<std::variant<double, std::string>> held;
    for (const ValueLabel& label : column.labels()->values) {
        if (!can_hold(label, column, stata)) {
            ++writable.left_out;
            continue;
        }
        if (!held.insert(label.value).second) continue;
        std::string words = first_bytes(label.label, stata ? longest_stata_label : longest_spss_label);
        writable.shortened += words.size() < label.label.size() ? 1 : 0;
        writable.values.push_back({label.value, std::move(words)});
    }
    return writable;
}

std::vector<std::string> label_losses(const Table& table, const std::string& path) {
    const std::string extension = format_extension(path);
    if (extension == ".dta") return losses_in_statistical(table, StatisticalFormat::stata);
    if (extension == ".sav") return losses_in_statistical(table, StatisticalFormat::spss);
    std::vector<std::string> labelled;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        if (has_value_labels(table.columns[index])) labelled.push_back(table.names[index]);
    }
    if (labelled.empty()) return {};
    const std::string format = extension.empty() ? "CSV" : extension;
    return {"the value labels of " + columns_named(labelled) + " are not kept in " + format +
            ": codes stay codes (--labels writes the labels instead; .dta and .sav hold both)"};
}

}  // namespace tarazy
