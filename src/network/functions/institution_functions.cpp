#include "network/functions/institution_functions.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace tarazy {
namespace {

/// institution -> function -> weight
using WeightsByName = std::map<std::string, std::map<std::string, double>>;

InstitutionFunctions functions_by_name(const WeightsByName& weights, const std::set<std::string>& functions,
                                       const Table& table) {
    if (weights.empty() || functions.empty())
        throw InputError(Problem{table.origin.path, 1, 0,
                                 weights.empty() ? "the table names no institution" : "the table names no function",
                                 "give a row an institution: institution,functions"});
    InstitutionFunctions result;
    result.path = table.origin.path;
    result.functions.assign(functions.begin(), functions.end());
    for (const auto& [institution, carried] : weights) {
        result.institutions.push_back(institution);
        for (const std::string& function : result.functions) {
            const auto found = carried.find(function);
            result.weights.push_back(found == carried.end() ? 0 : found->second);
        }
    }
    return result;
}

bool is_code_of_missing(const std::string& function) {
    return function == "NA" || function == "." ||
           (function.size() > 1 && function[0] == '-' &&
            function.find_first_not_of("0123456789.", 1) == std::string::npos);
}

/// Whether the text can name a function; otherwise the fault is told.
bool check_function_code(const Table& table, std::size_t row, const char* column, const std::string& function,
                         Diagnostics& faults) {
    if (!function.empty() && !is_code_of_missing(function)) return true;
    faults.add(table.problem(
        row, column,
        function.empty() ? "no function is given" : "'" + function + "' is a code of missing and names no function",
        "name the functions; leave the row out if the institution carries none"));
    return false;
}

bool check_institution_name(const Table& table, std::size_t row, const std::string& column, const std::string& name,
                            Diagnostics& faults) {
    if (!name.empty()) return true;
    faults.add(table.problem(row, column, "the institution has no name", "name it"));
    return false;
}

/// Whether the weight is one: a number of at least 0.
bool check_weight(const Table& table, std::size_t row, const std::string& column, double weight, Diagnostics& faults) {
    if (weight >= 0) return true;
    faults.add(table.problem(row, column,
                             std::isnan(weight) ? std::string("the weight is missing")
                                                : "the weight is " + number_text(weight) + ", below zero",
                             "write 0 for a function that is not carried; a code of missing is no weight"));
    return false;
}

/// institution -> year, from the column that has it.
std::map<std::string, int> founding_years(const Table& table, const std::vector<std::string>& names) {
    std::map<std::string, int> years;
    for (const char* column : {"founded_or_in_force", "founded"}) {
        if (!table.find(column)) continue;
        const std::vector<std::int64_t> cells = require_integers(table, column);
        for (std::size_t row = 0; row < names.size(); ++row)
            if (cells[row] != Column::missing_integer) years[names[row]] = static_cast<int>(cells[row]);
        break;
    }
    return years;
}

InstitutionFunctions from_lists(const Table& table) {
    const std::vector<std::string> names = require_texts(table, "institution"),
                                   lists = require_texts(table, "functions");
    Diagnostics faults;
    WeightsByName weights;
    std::set<std::string> functions;
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (!check_institution_name(table, row, "institution", names[row], faults)) continue;
        const auto [own, fresh] = weights.try_emplace(names[row]);
        if (!fresh) {
            faults.add(table.problem(row, "institution", "'" + names[row] + "' stands twice",
                                     "keep one row an institution, with all its functions"));
            continue;
        }
        const std::vector<std::string> items = listed(lists[row], ';');
        if (items.empty()) check_function_code(table, row, "functions", "", faults);
        for (const std::string& function : items) {
            if (!check_function_code(table, row, "functions", function, faults)) continue;
            functions.insert(function);
            if (!own->second.emplace(function, 1).second)
                faults.add(table.problem(row, "functions", "'" + function + "' stands twice", "name it once"));
        }
    }
    faults.throw_if_any();
    InstitutionFunctions result = functions_by_name(weights, functions, table);
    const std::map<std::string, int> founded = founding_years(table, names);
    for (const std::string& name : result.institutions) {
        const auto year = founded.find(name);
        result.founded.push_back(year == founded.end() ? std::nullopt : std::optional(year->second));
    }
    return result;
}

InstitutionFunctions from_rows(const Table& table) {
    const std::vector<std::string> names = require_texts(table, "institution"),
                                   codes = require_texts(table, "function");
    std::vector<double> row_weights(names.size(), 1);
    if (table.find("weight")) row_weights = require_reals(table, "weight");
    Diagnostics faults;
    WeightsByName weights;
    std::set<std::string> functions;
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (!check_institution_name(table, row, "institution", names[row], faults) ||
            !check_function_code(table, row, "function", codes[row], faults) ||
            !check_weight(table, row, "weight", row_weights[row], faults))
            continue;
        functions.insert(codes[row]);
        if (!weights[names[row]].emplace(codes[row], row_weights[row]).second)
            faults.add(table.problem(row, "function", "'" + codes[row] + "' of " + names[row] + " stands twice",
                                     "keep one row a function of an institution"));
    }
    faults.throw_if_any();
    return functions_by_name(weights, functions, table);
}

InstitutionFunctions from_function_matrix(const Table& table) {
    if (table.columns.size() < 2)
        throw InputError(Problem{table.origin.path, 1, 0, "the table has no functions",
                                 "give the columns institution,functions, or a matrix of institutions and functions"});
    const std::string& first = table.names[0];
    const std::vector<std::string> names = require_texts(table, first);
    Diagnostics faults;
    WeightsByName weights;
    std::set<std::string> functions;
    for (std::size_t row = 0; row < names.size(); ++row) {
        if (check_institution_name(table, row, first, names[row], faults) && !weights.try_emplace(names[row]).second)
            faults.add(table.problem(row, first, "'" + names[row] + "' stands twice", "keep one row an institution"));
    }
    for (std::size_t column = 1; column < table.columns.size(); ++column) {
        const std::string& function = table.names[column];
        const std::vector<double> cells = require_reals(table, function);
        functions.insert(function);
        for (std::size_t row = 0; row < names.size(); ++row) {
            if (check_weight(table, row, function, cells[row], faults)) weights[names[row]][function] = cells[row];
        }
    }
    faults.throw_if_any();
    return functions_by_name(weights, functions, table);
}

}  // namespace

bool InstitutionFunctions::weighted() const noexcept {
    return std::ranges::any_of(weights, [](double weight) { return weight != 0 && weight != 1; });
}

InstitutionFunctions read_institution_functions(const Table& table) {
    if (table.find("functions")) return from_lists(table);
    if (table.find("function") && table.find("institution")) return from_rows(table);
    return from_function_matrix(table);
}

}  // namespace tarazy
