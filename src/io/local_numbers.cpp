#include "io/local_numbers.hpp"

#include "io/number_scan.hpp"
#include "io/typed_column.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

using Comma = LocalNumber::Comma;

bool is_decimal_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads a number from left to right.
class LocalNumberReader {
public:
    explicit LocalNumberReader(std::string_view cell) : rest_(cell) {}

    std::optional<LocalNumber> read() {
        take_sign();
        if (!take_whole()) return std::nullopt;
        if (!take_decimals() || !take_exponent() || !rest_.empty()) return std::nullopt;
        return verdict();
    }

private:
    void take_sign() {
        constexpr std::string_view minus = "\xE2\x88\x92";
        if (rest_.starts_with(minus)) {
            sign_ = "-";
            minus_ = true;
            rest_.remove_prefix(minus.size());
        } else if (rest_.starts_with('-') || rest_.starts_with('+')) {
            sign_ = rest_.substr(0, 1);
            rest_.remove_prefix(1);
        }
    }

    std::string_view take_digits() {
        std::size_t count = 0;
        while (count < rest_.size() && is_decimal_digit(rest_[count])) ++count;
        const std::string_view digits = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return digits;
    }

    /// The mark before three digits and no more, or an empty text.
    [[nodiscard]] std::string_view group_mark() const {
        static constexpr std::array<std::string_view, 6> marks = {" ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89",
                                                                  ".", ","};
        for (const std::string_view mark : marks) {
            if (!rest_.starts_with(mark)) continue;
            const std::string_view digits = rest_.substr(mark.size());
            const bool three = digits.size() >= 3 && std::ranges::all_of(digits.substr(0, 3), is_decimal_digit);
            return three && (digits.size() == 3 || !is_decimal_digit(digits[3])) ? mark : std::string_view();
        }
        return {};
    }

    bool take_whole() {
        const std::string_view first = take_digits();
        if (first.empty() || (first.size() > 1 && first[0] == '0')) return false;
        whole_ = first;
        leading_zero_ = first == "0";
        while (first.size() <= 3 && !leading_zero_) {
            const std::string_view mark = group_mark();
            if (mark.empty() || (!mark_.empty() && mark != mark_)) break;
            mark_ = mark;
            ++groups_;
            rest_.remove_prefix(mark.size());
            whole_ += take_digits();
        }
        return true;
    }

    bool take_decimals() {
        if (!rest_.starts_with(',') && !rest_.starts_with('.')) return true;
        decimal_ = rest_.front();
        if (!mark_.empty() && mark_.front() == decimal_) return false;
        rest_.remove_prefix(1);
        decimals_ = take_digits();
        return !decimals_.empty();
    }

    bool take_exponent() {
        if (!rest_.starts_with('e') && !rest_.starts_with('E')) return true;
        const std::string_view all = rest_;
        rest_.remove_prefix(1);
        if (rest_.starts_with('-') || rest_.starts_with('+')) rest_.remove_prefix(1);
        if (take_digits().empty()) return false;
        exponent_ = all.substr(0, all.size() - rest_.size());
        return true;
    }

    [[nodiscard]] std::string number(const std::string& whole, std::string_view decimals) const {
        return std::string(sign_) + whole + (decimals.empty() ? "" : ".") + std::string(decimals) +
               std::string(exponent_);
    }

    std::optional<LocalNumber> verdict() {
        LocalNumber result;
        const bool by_commas = mark_ == ",", by_points = mark_ == ".";
        const bool own_form = groups_ > 0 || decimal_ == ',' || minus_;
        if (!own_form) return std::nullopt;
        result.grouped = groups_ > 0 && !by_commas;
        result.point_groups = by_points;
        result.minus = minus_;
        const std::string plain = number(whole_, decimals_);
        if (by_commas && groups_ == 1 && decimal_ == '\0') {
            result.comma = Comma::either;
            result.as_thousands = plain;
            result.as_decimal = number(whole_.substr(0, whole_.size() - 3), whole_.substr(whole_.size() - 3));
        } else if (by_commas) {
            result.comma = Comma::thousands;
            result.as_thousands = plain;
        } else {
            result.comma = decimal_ == ',' ? Comma::decimal : Comma::none;
            result.as_decimal = plain;
            if (decimal_ != ',') result.as_thousands = plain;
        }
        return result;
    }

    std::string_view rest_, sign_, mark_, decimals_, exponent_;
    std::string whole_;
    std::size_t groups_ = 0;
    char decimal_ = '\0';
    bool leading_zero_ = false, minus_ = false;
};

/// What the distinct texts of a column say together.
struct ColumnForms {
    bool numbers = false;  ///< every text is a number in some form
    std::size_t decimal = 0, thousands = 0, either = 0, grouped = 0, minus = 0;
};

ColumnForms forms_of(const TextCells& cells) {
    ColumnForms forms;
    bool plain_points = false, point_groups = false;
    for (const std::string& level : cells.levels) {
        if (level == "NA") continue;
        const auto number = local_number(level);
        if (!number) {
            const ScannedNumber plain = scan_number(level);
            if (plain.kind == ScannedNumber::Kind::none) return {};
            plain_points = plain_points || level.find('.') != std::string::npos;
            continue;
        }
        forms.decimal += number->comma == Comma::decimal ? 1 : 0;
        forms.thousands += number->comma == Comma::thousands ? 1 : 0;
        forms.either += number->comma == Comma::either ? 1 : 0;
        forms.grouped += number->grouped ? 1 : 0;
        forms.minus += number->minus ? 1 : 0;
        point_groups = point_groups || number->point_groups;
        plain_points = plain_points ||
                       (number->comma == Comma::none && !number->point_groups && level.find('.') != std::string::npos);
    }
    const std::size_t special = forms.decimal + forms.thousands + forms.either + forms.grouped + forms.minus;
    const bool mixed = forms.decimal > 0 && (forms.thousands > 0 || plain_points);
    // Points part thousands only beside a decimal comma: 192.168.001 is no number.
    forms.numbers = special > 0 && !mixed && (!point_groups || forms.decimal > 0);
    return forms;
}

enum class Reading { none, decimal, thousands, ambiguous };

Reading reading_of(const ColumnForms& forms, bool file_has_decimal_commas, char delimiter, char decimal) {
    if (!forms.numbers) return Reading::none;
    if (decimal == '.') return forms.decimal > 0 ? Reading::none : Reading::thousands;
    if (forms.decimal > 0) return Reading::decimal;
    if (forms.thousands > 0) return decimal == ',' ? Reading::none : Reading::thousands;
    if (forms.either == 0) return Reading::decimal;  // blanks part the thousands
    return decimal == ',' || delimiter == ';' || file_has_decimal_commas ? Reading::decimal : Reading::ambiguous;
}

Column converted(const TextCells& cells, Reading reading) {
    TextCells plain{cells.codes, {}};
    for (const std::string& level : cells.levels) {
        const auto number = local_number(level);
        if (!number) {
            plain.levels.push_back(level);
        } else {
            plain.levels.push_back(reading == Reading::thousands ? number->as_thousands : number->as_decimal);
        }
    }
    return typed_by_content(std::move(plain));
}

void add_note(Table& table, const std::vector<std::string>& names, const std::string& before,
              const std::string& behind) {
    if (names.empty()) return;
    std::string list;
    for (std::size_t i = 0; i < names.size() && i < 6; ++i) list += (i > 0 ? ", " : "") + names[i];
    if (names.size() > 6) list += ", ..";
    table.origin.notes.push_back(before + list + behind);
}

/// The cells of a column in which points part thousands, or nothing if some cell says otherwise.
std::optional<TextCells> without_points(const TextCells& cells) {
    if (cells.levels.empty() || cells.levels.front().size() > 40) return std::nullopt;
    TextCells whole{cells.codes, {}};
    bool any = false;
    for (const std::string& level : cells.levels) {
        const auto number = local_number(level);
        const bool groups = number && number->point_groups && number->comma == Comma::none;
        const auto digits = std::ranges::count_if(level, is_decimal_digit);
        const bool small = digits <= 3 && scan_number(level).kind == ScannedNumber::Kind::integer;
        if (!groups && !small && level != "NA") return std::nullopt;
        whole.levels.push_back(groups ? number->as_decimal : level);
        any = any || groups;
    }
    return any ? std::optional(std::move(whole)) : std::nullopt;
}

}  // namespace

std::optional<LocalNumber> local_number(std::string_view cell) {
    if (cell.empty() || cell.size() > 100) return std::nullopt;
    return LocalNumberReader(cell).read();
}

bool read_local_numbers(Table& table, char delimiter, char decimal) {
    std::vector<std::pair<std::size_t, ColumnForms>> found;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        if (table.columns[index].type() != ColumnType::text) continue;
        const ColumnForms forms = forms_of(table.columns[index].texts());
        if (forms.numbers) found.emplace_back(index, forms);
    }
    const bool decimal_commas = std::ranges::any_of(found, [](const auto& entry) { return entry.second.decimal > 0; });
    std::vector<std::string> decimals, thousands, blanks, minus, ambiguous;
    for (const auto& [index, forms] : found) {
        const Reading reading = reading_of(forms, decimal_commas, delimiter, decimal);
        if (reading == Reading::none) continue;
        const std::string& name = table.names[index];
        if (reading == Reading::ambiguous) {
            ambiguous.push_back(name);
            continue;
        }
        Column numbers = converted(table.columns[index].texts(), reading);
        if (numbers.type() == ColumnType::text) continue;
        table.columns[index] = std::move(numbers);
        if (forms.decimal + (reading == Reading::decimal ? forms.either : 0) > 0) decimals.push_back(name);
        if (reading == Reading::thousands && forms.thousands + forms.either > 0) thousands.push_back(name);
        if (forms.grouped > 0) blanks.push_back(name);
        if (forms.minus > 0) minus.push_back(name);
    }
    add_note(table, decimals, "commas were read as decimal points in ", "");
    add_note(table, thousands, "commas were read as marks of thousands in ", "");
    add_note(table, blanks, "marks of thousands were left out in ", "");
    add_note(table, minus, "the sign U+2212 was read as minus in ", "");
    add_note(table, ambiguous, "",
             ": the commas may part thousands or decimals, so it stays text; --decimal comma or "
             "--decimal point says which");
    return !decimals.empty();
}

void read_thousands_by_points(Table& table, const Table* spelled) {
    std::vector<std::string> names;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        const bool real = table.columns[index].type() == ColumnType::real;
        if (real && spelled == nullptr) continue;
        const Column& cells = real ? spelled->columns[index] : table.columns[index];
        if (cells.type() != ColumnType::text) continue;
        auto whole = without_points(cells.texts());
        if (!whole) continue;
        Column numbers = typed_by_content(std::move(*whole));
        if (numbers.type() == ColumnType::text) continue;
        table.columns[index] = std::move(numbers);
        names.push_back(table.names[index]);
    }
    add_note(table, names, "points were read as marks of thousands in ", "");
}

}  // namespace tarazy
