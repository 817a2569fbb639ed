#include "compare/sets/row_coding.hpp"

#include "compare/sets/full_sum.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace tarazy {
namespace {

constexpr std::size_t block = 8;  // loops of a fixed length become vector instructions

std::optional<double> ratio(double part, double whole) {
    // An empty row set has no consistency; 1e-12 as in `sufficiency`.
    if (std::abs(whole) < 1e-12) return std::nullopt;
    return part / whole;
}

void add_word(std::uint64_t word, std::string& key) {
    for (int byte = 0; byte < 8; ++byte) key += static_cast<char>(word >> (8 * byte) & 0xFFU);
}

}  // namespace

void add_key(const std::optional<Literals>& literals, std::string& key) {
    key += literals ? '+' : '-';
    add_word(literals.value_or(Literals{}).low, key);
    add_word(literals.value_or(Literals{}).high, key);
}

CodedRows coded_rows(const std::vector<RowFit>& rows, const TruthTableOptions& cuts) {
    CodedRows coded;
    for (const RowFit& row : rows) {
        const RowOutcome outcome = row_outcome(row.cases, row.inclusion, row.pri, cuts);
        if (outcome == RowOutcome::remainder) continue;
        (outcome == RowOutcome::positive ? coded.positive : coded.negative).push_back(row.literals);
    }
    return coded;
}

std::string row_key(const CodedRows& rows) {
    std::string key;
    key.reserve(16 * (rows.positive.size() + rows.negative.size()) + 8);
    const auto add = [&](std::uint64_t word) { add_word(word, key); };
    add(rows.positive.size());
    add(rows.negative.size());
    bool high = false;
    for (const auto* list : {&rows.positive, &rows.negative}) {
        for (const Literals row : *list) {
            add(row.low);
            high = high || row.high != 0;
        }
    }
    if (!high) return key;
    for (const auto* list : {&rows.positive, &rows.negative}) {
        for (const Literals row : *list) add(row.high);
    }
    return key;
}

RowCoder::RowCoder(const Cases& cases)
    : conditions_(cases.space.size()), cases_(cases.size()), width_((cases_ + block - 1) / block * block) {
    std::size_t slots = 0;
    for (std::size_t c = 0; c < conditions_; ++c) {
        literal_.push_back(cases.space.first[c]);
        count_.push_back(cases.space.conditions[c].levels);
        multi_value_.push_back(cases.space.conditions[c].multi_value);
        slot_.push_back(slots);
        slots += count_[c] + 1;
    }
    membership_.assign(slots * width_, 0.0);
    outcome_.assign(width_, 0.0);
    absence_.assign(width_, 0.0);
    levels_.assign(conditions_ * cases_, nowhere);
    for (std::size_t i = 0; i < cases_; ++i) weights_.push_back(weight_at(cases.weights, i));
    for (std::size_t i = 0; i < cases_; ++i) {
        for (std::size_t c = 0; c < conditions_; ++c) recode(c, i, cases.membership[c][i]);
        recode(conditions_, i, cases.outcome[i]);
    }
}

void RowCoder::recode(std::size_t column, std::size_t at, double value) {
    if (column == conditions_) {
        outcome_[at] = value;
        absence_[at] = 1 - value;
        return;
    }
    const unsigned count = count_[column];
    const auto cell = [&](unsigned level) -> double& { return membership_[(slot_[column] + level) * width_ + at]; };
    std::uint8_t& level = levels_[at * conditions_ + column];
    for (unsigned l = 0; l <= count; ++l) cell(l) = 0;
    if (std::isnan(value)) {
        cell(count) = 1;
        level = static_cast<std::uint8_t>(count);
    } else if (multi_value_[column]) {
        level = static_cast<std::uint8_t>(value);
        cell(level) = 1;
    } else {
        cell(0) = 1 - value;
        cell(1) = value;
        level = value == 0.5 ? nowhere : value > 0.5 ? 1 : 0;
    }
}

std::vector<RowFit> RowCoder::rows() const {
    std::vector<std::uint32_t> order;
    order.reserve(cases_);
    for (std::uint32_t i = 0; i < cases_; ++i) {
        const std::uint8_t* own = levels_.data() + i * conditions_;
        if (std::find(own, own + conditions_, nowhere) == own + conditions_) order.push_back(i);
    }
    const auto compare = [&](std::uint32_t a, std::uint32_t b) {
        return std::memcmp(levels_.data() + a * conditions_, levels_.data() + b * conditions_, conditions_);
    };
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return compare(a, b) < 0; });
    std::vector<RowFit> rows;
    rows.reserve(order.size());
    std::vector<double> in_row(width_);
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin + 1;
        while (end < order.size() && compare(order[begin], order[end]) == 0) ++end;
        rows.push_back(fit(order[begin], in_row));
        double count = 0;
        for (std::size_t k = begin; k < end; ++k) count += weights_[order[k]];
        rows.back().cases = static_cast<std::size_t>(count);
        begin = end;
    }
    return rows;
}

RowFit RowCoder::fit(std::size_t member, std::vector<double>& in_row) const {
    RowFit row;
    std::ranges::fill(in_row, 1.0);
    for (std::size_t c = 0; c < conditions_; ++c) {
        const std::uint8_t own = levels_[member * conditions_ + c];
        if (own < count_[c]) row.literals = row.literals | Literals::one(literal_[c] + own);
        const double* set = membership_.data() + (slot_[c] + own) * width_;
        for (std::size_t start = 0; start < width_; start += block) {
            for (std::size_t i = start; i < start + block; ++i) in_row[i] = set[i] < in_row[i] ? set[i] : in_row[i];
        }
    }
    FullSum both, either_way, whole;
    for (std::size_t i = 0; i < cases_; ++i) {
        const double common = outcome_[i] < in_row[i] ? outcome_[i] : in_row[i];
        const double n = weights_[i];
        both.add(n * common);
        either_way.add(n * (absence_[i] < common ? absence_[i] : common));
        whole.add(n * in_row[i]);
    }
    row.inclusion = ratio(both.value(), whole.value());
    row.pri = ratio(both.value() - either_way.value(), whole.value() - either_way.value());
    return row;
}

}  // namespace tarazy
