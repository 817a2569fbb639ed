#include "text/counts/trends.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "stats/poisson_interval.hpp"
#include "stats/student.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace tarazy {
namespace {

using DocumentsByYear = std::map<std::vector<std::string>, std::vector<std::size_t>, YearOrder>;

DocumentsByYear documents_by_year(const TrendCounts& counts, Trends& found) {
    DocumentsByYear years;
    for (std::size_t document = 0; document < counts.totals.size(); ++document) {
        const std::vector<std::string>& at = counts.at[document];
        const double total = counts.totals[document];
        if (std::ranges::any_of(at, [](const std::string& cell) { return cell.empty(); })) {
            ++found.undated;
        } else if (std::isnan(total) || std::ranges::any_of(counts.counts, [&](const std::vector<double>& of_key) {
                       return std::isnan(of_key[document]);
                   })) {
            ++found.unknown;
        } else if (total <= 0) {
            ++found.empty;
        } else {
            years[at].push_back(document);
        }
    }
    return years;
}

TrendRate rate_of(const std::vector<double>& counts, const std::vector<double>& totals,
                  const std::vector<std::size_t>& documents, const TrendOptions& options) {
    TrendRate one;
    one.documents = documents.size();
    for (const std::size_t d : documents) {
        one.tokens += totals[d];
        one.count += counts[d];
    }
    const double ratio = one.count / one.tokens, scale = options.per / one.tokens;
    const auto n = static_cast<double>(documents.size());
    one.rate = ratio * options.per;
    one.se = std::numeric_limits<double>::quiet_NaN();
    if (documents.size() > 1) {
        double squares = 0;
        for (const std::size_t d : documents) squares += std::pow(counts[d] - ratio * totals[d], 2);
        one.se = scale * std::sqrt(squares * n / (n - 1));
    }
    if (documents.size() < std::max<std::size_t>(options.few, 2) || one.count <= 0) {
        const PoissonInterval interval = poisson_interval(one.count, options.level);
        one.interval = TrendInterval::poisson;
        one.lower = interval.lower * scale;
        one.upper = interval.upper * scale;
    } else {
        const double reach = student_quantile((1 + options.level) / 2, n - 1) * one.se;
        one.lower = std::max(0.0, one.rate - reach);
        one.upper = one.rate + reach;
    }
    return one;
}

}  // namespace

bool YearOrder::operator()(const std::vector<std::string>& x, const std::vector<std::string>& y) const {
    for (std::size_t k = 0; k < x.size(); ++k) {
        const std::optional<double> of_x = parse_real(x[k]), of_y = parse_real(y[k]);
        if (of_x && of_y && *of_x != *of_y) return *of_x < *of_y;
        if (of_x.has_value() != of_y.has_value()) return of_x.has_value();
        if (x[k] != y[k]) return x[k] < y[k];
    }
    return false;
}

Trends trends(const TrendCounts& counts, const TrendOptions& options) {
    Trends found;
    const DocumentsByYear years = documents_by_year(counts, found);
    if (years.empty())
        throw InputError({"", 0, 0,
                          "no document is left: " + std::to_string(found.undated) + " without a date, " +
                              std::to_string(found.unknown) + " without a count, " + std::to_string(found.empty) +
                              " without tokens",
                          "give documents with a date and a text"});
    for (std::size_t key = 0; key < counts.keys.size(); ++key) {
        for (const auto& [at, documents] : years) {
            TrendRate& one = found.rates.emplace_back(rate_of(counts.counts[key], counts.totals, documents, options));
            one.key = key;
            one.at = at;
        }
    }
    return found;
}

Table trends_table(const Trends& found, const std::vector<std::string>& keys, const std::vector<std::string>& by) {
    Table table;
    for (std::size_t k = 0; k < by.size(); ++k) {
        std::vector<std::string> texts;
        std::vector<std::int64_t> numbers;
        for (const TrendRate& one : found.rates) {
            texts.push_back(one.at[k]);
            if (const std::optional<std::int64_t> number = parse_integer(one.at[k])) numbers.push_back(*number);
        }
        table.add(by[k], numbers.size() == texts.size() ? Column(std::move(numbers)) : Column(texts));
    }
    std::vector<std::string> key, interval;
    std::vector<std::int64_t> documents;
    std::vector<double> tokens, count, rate, lower, upper, se;
    for (const TrendRate& one : found.rates) {
        key.push_back(keys[one.key]);
        documents.push_back(static_cast<std::int64_t>(one.documents));
        tokens.push_back(one.tokens);
        count.push_back(one.count);
        rate.push_back(one.rate);
        lower.push_back(one.lower);
        upper.push_back(one.upper);
        se.push_back(one.se);
        interval.emplace_back(one.interval == TrendInterval::poisson ? "poisson" : "linearised");
    }
    table.add("key", Column(key));
    table.add("documents", Column(std::move(documents)));
    table.add("tokens", Column(std::move(tokens)));
    table.add("count", Column(std::move(count)));
    table.add("rate", Column(std::move(rate)));
    table.add("lower", Column(std::move(lower)));
    table.add("upper", Column(std::move(upper)));
    table.add("se", Column(std::move(se)));
    table.add("interval", Column(interval));
    return table;
}

}  // namespace tarazy
