#include "trace/causal_types/causal_document.hpp"

#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "io/json_document.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

namespace tarazy {
namespace {

constexpr double share_tolerance = 1e-6;

/// Reads the parts of one model; what does not fit is gathered, but for the model itself.
class CausalDocument {
public:
    CausalDocument(const std::string& path, std::size_t max_types) : path_(path), max_types_(max_types) {}

    CausalStudy take(const TomlValue& root) {
        if (root.kind != TomlKind::table) {
            throw InputError(problem(root.place, "this is " + std::string(to_string(root.kind)),
                                     "write one model: arrows, parameters, queries"));
        }
        for (const TomlEntry& entry : root.entries) {
            if (std::ranges::find(known_keys, entry.key) != known_keys.end()) continue;
            refuse(entry.place, "'" + entry.key + "' has no meaning here", name_hint(entry.key, known_keys));
        }
        study_.place = problem(root.place, "", "");
        read_model(root);
        study_.parameters = flat_shares(study_.model);
        study_.prior = study_.parameters;
        for (std::vector<double>& set : study_.prior) std::ranges::fill(set, 1.0);
        if (const TomlEntry* entry = root.find("parameters")) read_parameters(entry->value);
        if (const TomlEntry* entry = root.find("prior")) read_prior(entry->value);
        if (const TomlEntry* entry = root.find("data")) read_data(entry->value);
        for (const char* key : {"queries", "query"})
            if (const TomlEntry* entry = root.find(key)) read_queries(entry->value);
        problems_.throw_if_any();
        return std::move(study_);
    }

private:
    inline static const std::vector<std::string> known_keys = {"model", "nodes",   "edges", "restrict", "parameters",
                                                               "prior", "data",    "query", "queries",  "name",
                                                               "note",  "n_types", "source"};

    [[nodiscard]] Problem problem(const TextPlace& place, std::string what, std::string remedy) const {
        return {path_, place.line, place.column, std::move(what), std::move(remedy)};
    }
    void refuse(const TextPlace& place, std::string what, std::string remedy) {
        problems_.add(problem(place, std::move(what), std::move(remedy)));
    }
    [[nodiscard]] static std::optional<double> number_of(const TomlValue& value) {
        if (value.kind == TomlKind::integer || value.kind == TomlKind::real) return value.real;
        return std::nullopt;
    }

    void read_model(const TomlValue& root) {
        std::string arrows;
        if (const TomlEntry* entry = root.find("model")) arrows = text_of(entry->value);
        if (const TomlEntry* entry = root.find("edges")) {
            for (const TomlValue& edge : entry->value.items) {
                const bool pair = edge.kind == TomlKind::list && edge.items.size() == 2;
                add_item(arrows, pair ? text_of(edge.items[0]) + " -> " + text_of(edge.items[1]) : text_of(edge), "; ");
            }
        }
        if (const TomlEntry* entry = root.find("nodes"))
            for (const TomlValue& node : entry->value.items) add_item(arrows, text_of(node), "; ");
        problems_.throw_if_any();
        const TomlEntry* at = root.find("model") != nullptr ? root.find("model") : root.find("edges");
        study_.model =
            parse_causal_model(arrows, problem(at != nullptr ? at->value.place : root.place, "", ""), max_types_);
        const TomlEntry* restrict = root.find("restrict");
        if (restrict == nullptr) return;
        std::vector<TomlValue> statements = restrict->value.items;
        if (restrict->value.kind == TomlKind::text) statements = {restrict->value};
        for (const TomlValue& one : statements)
            restrict_types(study_.model, text_of(one), problem(one.place, "", ""), max_types_);
    }

    std::string text_of(const TomlValue& value) {
        if (value.kind == TomlKind::text) return value.text;
        refuse(value.place, "this is " + std::string(to_string(value.kind)), "write a text in quotation marks");
        return "";
    }

    /// Shares or weights of types, by node, by label or as one list.
    /// @return which sets have all, some (1) or none (0) of theirs
    std::vector<int> read_numbers(const TomlValue& value, TypeShares& numbers, const std::string& what) {
        std::vector<int> given(study_.model.sets.size(), 0);
        std::vector<std::vector<bool>> filled;
        for (const std::vector<double>& set : numbers) filled.emplace_back(set.size(), false);
        const auto take = [&](std::size_t set, std::size_t type, const TomlValue& cell) {
            const auto number = number_of(cell);
            if (!number || !(*number >= 0)) {
                refuse(cell.place, what + " of " + study_.model.type_name(set, type) + " is no number of at least 0",
                       "write how often the type occurs");
                return;
            }
            if (given[set]++ == 0) std::ranges::fill(numbers[set], 0.0);
            if (filled[set][type])
                refuse(cell.place, what + " of " + study_.model.type_name(set, type) + " is given twice", "keep one");
            filled[set][type] = true;
            numbers[set][type] = *number;
        };
        const auto take_list = [&](std::size_t set, const TomlValue& list) {
            if (list.items.size() != numbers[set].size()) {
                refuse(list.place,
                       "this list has " + std::to_string(list.items.size()) + " numbers, but there are " +
                           std::to_string(numbers[set].size()) + " types",
                       "give one a type, in their order: " + first_types(set));
                return;
            }
            for (std::size_t type = 0; type < list.items.size(); ++type) take(set, type, list.items[type]);
        };
        if (value.kind == TomlKind::list && !value.items.empty() && value.items[0].kind == TomlKind::table) {
            for (const TomlValue& item : value.items) {
                const TomlEntry *name = item.find("param_names"), *number = item.find("param_value");
                const auto place = name == nullptr ? std::nullopt : type_place(name->value.text);
                if (!place || number == nullptr) {
                    refuse(item.place, "this names no type of the model", "write param_names and param_value");
                    continue;
                }
                take(place->first, place->second, number->value);
            }
            return given;
        }
        if (value.kind == TomlKind::list) {
            std::size_t at = 0;
            for (std::size_t set = 0; set < numbers.size(); ++set)
                for (std::size_t type = 0; type < numbers[set].size() && at < value.items.size(); ++type)
                    take(set, type, value.items[at++]);
            const auto all = std::accumulate(numbers.begin(), numbers.end(), std::size_t{0},
                                             [](std::size_t sum, const auto& set) { return sum + set.size(); });
            if (value.items.size() != all)
                refuse(value.place,
                       "this list has " + std::to_string(value.items.size()) + " numbers, but the model " +
                           std::to_string(all) + " types",
                       "give one a type, node after node");
            return given;
        }
        for (const TomlEntry& entry : value.entries) {
            const auto set = set_named(entry.key);
            const auto type = type_place(entry.key);
            if (set && entry.value.kind == TomlKind::list) {
                take_list(*set, entry.value);
            } else if (type) {
                take(type->first, type->second, entry.value);
            } else {
                refuse(entry.place, "'" + entry.key + "' is neither a node with a list nor a type",
                       "write X = [0.5, 0.5] or \"" + study_.model.type_name(0, 0) + "\" = 0.5");
            }
        }
        return given;
    }

    std::string first_types(std::size_t set) const {
        std::vector<std::string> names;
        for (std::size_t type = 0; type < std::min<std::size_t>(study_.model.sets[set].types, 5); ++type)
            names.push_back(study_.model.type_name(set, type));
        return first_few(names, 4);
    }
    /// A set by the names of its nodes: "Y", or "X,Y".
    std::optional<std::size_t> set_named(const std::string& name) const {
        for (std::size_t set = 0; set < study_.model.sets.size(); ++set) {
            std::string own;
            for (const std::size_t node : study_.model.sets[set].nodes)
                add_item(own, study_.model.nodes[node].name, ",");
            if (own == joined(listed(name, ','), ",")) return set;
        }
        return std::nullopt;
    }
    std::optional<std::pair<std::size_t, std::size_t>> type_place(const std::string& name) const {
        const std::string wanted = joined(listed(name, ','), ",");
        const std::string first = wanted.substr(0, wanted.find('.'));
        for (std::size_t set = 0; set < study_.model.sets.size(); ++set) {
            if (study_.model.nodes[study_.model.sets[set].nodes[0]].name.find(first) != 0) continue;
            for (std::size_t type = 0; type < study_.model.sets[set].types; ++type)
                if (study_.model.type_name(set, type) == wanted) return std::pair(set, type);
        }
        return std::nullopt;
    }

    void read_parameters(const TomlValue& value) {
        const std::vector<int> given = read_numbers(value, study_.parameters, "the share");
        study_.parameters_given = true;
        for (std::size_t set = 0; set < given.size(); ++set) {
            std::vector<double>& shares = study_.parameters[set];
            const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
            const std::string nodes = study_.model.type_name(set, 0);
            if (given[set] == 0) {
                study_.notes.push_back("no shares are given for " + nodes.substr(0, nodes.rfind('.')) +
                                       ": its types were taken as equally frequent");
            } else if (!(std::abs(sum - 1) <= share_tolerance)) {
                refuse(
                    value.place,
                    "the shares of the types of " + nodes.substr(0, nodes.rfind('.')) + " sum to " + number_text(sum),
                    "shares of all types of a node sum to 1");
            } else {
                for (double& share : shares) share /= sum;
            }
        }
    }

    void read_prior(const TomlValue& value) {
        if (value.kind == TomlKind::text) {
            if (value.text == "jeffreys") {
                for (std::vector<double>& set : study_.prior) std::ranges::fill(set, 0.5);
            } else if (value.text != "uniform") {
                refuse(value.place, "the prior is '" + value.text + "'",
                       "write uniform, jeffreys, or weights of the types");
            }
            return;
        }
        const std::vector<int> given = read_numbers(value, study_.prior, "the weight");
        for (std::size_t set = 0; set < given.size(); ++set) {
            const double sum = std::accumulate(study_.prior[set].begin(), study_.prior[set].end(), 0.0);
            if (!(sum > 0)) refuse(value.place, "all weights of a node are 0", "give some type a weight above 0");
        }
    }

    void read_data(const TomlValue& value) {
        if (value.kind != TomlKind::list) {
            refuse(value.place, "this is " + std::string(to_string(value.kind)), "write a list of observed cases");
            return;
        }
        for (const TomlValue& item : value.items) {
            CausalPattern pattern{std::vector<signed char>(study_.model.nodes.size(), -1), 1};
            for (const TomlEntry& entry : item.entries) {
                const auto number = number_of(entry.value);
                const auto node = study_.model.find(entry.key);
                if (!node && (entry.key == "cases" || entry.key == "count")) {
                    if (!number || *number < 0 || *number != std::floor(*number) || *number > 1e6) {
                        refuse(entry.value.place, "cases is no whole number from 0 to a million", "write how many");
                        continue;
                    }
                    pattern.cases = static_cast<std::size_t>(*number);
                } else if (!node) {
                    refuse(entry.place, "'" + entry.key + "' is no node of the model",
                           name_hint(entry.key, study_.model.names()));
                } else if (!number || (*number != 0 && *number != 1)) {
                    refuse(entry.value.place, entry.key + " is neither 0 nor 1", "leave out what was not observed");
                } else {
                    pattern.values[*node] = *number == 1 ? 1 : 0;
                }
            }
            study_.data.patterns.push_back(std::move(pattern));
        }
    }

    void read_queries(const TomlValue& value) {
        std::vector<TomlValue> all = value.items;
        if (value.kind == TomlKind::text) all = {value};
        for (const TomlValue& item : all) {
            StatedQuery query;
            query.place = problem(item.place, "", "");
            if (item.kind == TomlKind::table) {
                if (const TomlEntry* entry = item.find("query")) query.query = text_of(entry->value);
                if (const TomlEntry* entry = item.find("given")) query.given = text_of(entry->value);
            } else {
                query.query = text_of(item);
            }
            if (query.query.empty()) refuse(item.place, "this asks nothing", "write query = \"Y[X=1] > Y[X=0]\"");
            study_.queries.push_back(std::move(query));
        }
    }

    const std::string& path_;
    const std::size_t max_types_;
    CausalStudy study_;
    Diagnostics problems_;
};

}  // namespace

CausalStudy read_causal_document(std::string_view text, const std::string& path, std::size_t max_types) {
    return CausalDocument(path, max_types).take(parse_document(text, path));
}

CausalData read_causal_cases(const CausalModel& model, const Table& table, std::vector<std::string>& notes) {
    CausalData data;
    Diagnostics problems;
    std::vector<std::size_t> node_of(table.names.size(), model.nodes.size());
    std::vector<std::string> unknown;
    bool any = false;
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        if (const auto node = model.find(table.names[c])) {
            node_of[c] = *node;
            any = true;
        } else if (table.names[c] != "cases") {
            unknown.push_back(table.names[c]);
        }
    }
    if (!any) {
        throw InputError(Problem{table.origin.path, 1, 0, "no column is a node of the model",
                                 "name columns as the nodes are: " + joined(model.names(), ", ")});
    }
    if (!unknown.empty()) notes.push_back("columns that are no nodes were left out: " + first_few(unknown, 8));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        CausalPattern pattern{std::vector<signed char>(model.nodes.size(), -1), 1};
        for (std::size_t c = 0; c < table.names.size(); ++c) {
            const Column& column = table.columns[c];
            const bool counts = table.names[c] == "cases" && node_of[c] == model.nodes.size();
            if ((node_of[c] == model.nodes.size() && !counts) || column.missing(row)) continue;
            const auto number = column.type() == ColumnType::text ? parse_real(column.display(row)) : column.real(row);
            if (counts) {
                if (number && *number >= 0 && *number == std::floor(*number) && *number <= 1e6) {
                    pattern.cases = static_cast<std::size_t>(*number);
                } else {
                    problems.add(table.problem(row, "cases", "'" + column.display(row) + "' is no number of cases",
                                               "write a whole number"));
                }
            } else if (number && (*number == 0 || *number == 1)) {
                pattern.values[node_of[c]] = *number == 1 ? 1 : 0;
            } else {
                problems.add(table.problem(row, table.names[c], "'" + column.display(row) + "' is neither 0 nor 1",
                                           "leave the cell empty where the node was not observed"));
            }
        }
        data.patterns.push_back(std::move(pattern));
    }
    problems.throw_if_any();
    return data;
}

}  // namespace tarazy
