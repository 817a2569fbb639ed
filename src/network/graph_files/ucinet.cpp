#include "network/graph_files/ucinet.hpp"

#include "base/keep_faults.hpp"
#include "base/number_text.hpp"
#include "io/decoded_text.hpp"
#include "network/graph_files/ucinet_header.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace tarazy {
namespace {

class UcinetReader {
public:
    UcinetReader(std::string_view text, const std::string& path)
        : path_(path), words_(text, path), header_(read_ucinet_header(words_, path)) {}

    GraphFile read() {
        // A wrong word is told and passed over; where the words no longer say what they are, reading ends.
        keep_faults(faults_, [&] { read_data(); });
        faults_.throw_if_any();
        finish();
        return std::move(graph_);
    }

private:
    void read_data() {
        if (header_.matrices > 1 || !header_.matrix_labels.empty())
            graph_.tie_attributes.push_back({"relation", AttributeType::text, {}});
        names(header_.row_labels, row_names_, header_.rows_embedded, header_.rows);
        names(header_.two_modes ? header_.column_labels : std::vector<PlacedWord>(), column_names_,
              header_.columns_embedded || (header_.two_modes && header_.rows_embedded), header_.columns);
        const bool lists = header_.form == UcinetForm::edge_list || header_.form == UcinetForm::node_list;
        if (lists)
            list_lines();
        else
            for (matrix_ = 0; matrix_ < header_.matrices; ++matrix_) one_matrix();
        if (const auto more = words_.next(""))
            refuse_place(path_, *more, "there is more than the header says", "correct n, or take it away");
    }

    void add_fault(const PlacedWord& at, std::string what, std::string remedy) {
        faults_.add(Problem{path_, at.line, at.column, std::move(what), std::move(remedy)});
    }

    struct Names {
        std::vector<std::string> list;
        std::unordered_map<std::string, std::uint32_t> place;
        bool embedded = false;
        std::size_t size = 0;
    };

    void names(const std::vector<PlacedWord>& labels, Names& names, bool embedded, std::size_t size) {
        names.embedded = embedded;
        names.size = size;
        for (const PlacedWord& label : labels) add_name(names, label);
        if (labels.empty() && !embedded) {
            for (std::size_t i = 1; i <= size; ++i) names.list.push_back(std::to_string(i));
        }
    }

    /// A wrong label has its place as well, so that those after it keep theirs.
    std::uint32_t add_name(Names& names, const PlacedWord& label) {
        const auto [at, fresh] = names.place.emplace(label.text, static_cast<std::uint32_t>(names.list.size()));
        if (label.text.empty())
            add_fault(label, "the label is empty", "name the node");
        else if (!fresh)
            add_fault(label, "the label '" + label.text + "' stands twice", "make labels differ");
        if (names.list.size() == names.size)
            add_fault(label, "'" + label.text + "' is one node more than " + std::to_string(names.size),
                      "correct n, or the label");
        else
            names.list.push_back(label.text);
        return at->second;
    }

    std::uint32_t node(Names& names, const PlacedWord& word) {
        if (names.embedded) {
            const auto at = names.place.find(word.text);
            return at != names.place.end() ? at->second : add_name(names, word);
        }
        const auto number = parse_integer(word.text);
        if (number && *number >= 1 && static_cast<std::uint64_t>(*number) <= names.size)
            return static_cast<std::uint32_t>(*number - 1);
        const auto at = names.place.find(word.text);
        if (at != names.place.end()) return at->second;
        add_fault(word, "there is no node '" + word.text.substr(0, 40) + "'",
                  "write a number from 1 to " + std::to_string(names.size) + ", or say labels embedded");
        return 0;
    }

    Names& ends() { return header_.two_modes ? column_names_ : row_names_; }

    void add(std::uint32_t from, std::uint32_t to, double weight) {
        if (weight == 0) return;
        check_graph_size(path_, "ties", static_cast<double>(graph_.ties.size() + 1), most_graph_ties);
        graph_.weighted = graph_.weighted || weight != 1;
        graph_.ties.push_back({from, to, !header_.two_modes, weight});
        if (graph_.tie_attributes.empty()) return;
        graph_.tie_attributes.front().values.push_back(
            matrix_ < header_.matrix_labels.size() ? header_.matrix_labels[matrix_].text : std::to_string(matrix_ + 1));
    }

    double number(const PlacedWord& word) {
        const auto value = parse_real(word.text);
        if (!value)
            add_fault(word, "'" + word.text.substr(0, 40) + "' is no number",
                      "write a number; a missing value is no tie and no zero");
        return value.value_or(0);
    }

    void list_lines() {
        for (auto line = words_.next_line(); !line.empty(); line = words_.next_line()) {
            if (line.front().text == "!") {
                if (++matrix_ >= header_.matrices)
                    refuse_place(path_, line.front(), "there are more matrices than nm says", "correct nm");
                continue;
            }
            const std::uint32_t from = node(row_names_, line.front());
            if (header_.form == UcinetForm::edge_list) {
                if (line.size() < 2 || line.size() > 3) {
                    add_fault(line.front(), "a line of an edge list has " + std::to_string(line.size()) + " words",
                              "write two nodes and, where you like, a weight");
                    continue;
                }
                const double weight = line.size() == 3 ? number(line[2]) : 1;
                graph_.weighted = graph_.weighted || line.size() == 3;
                add(from, node(ends(), line[1]), weight);
            } else {
                for (std::size_t i = 1; i < line.size(); ++i) add(from, node(ends(), line[i]), 1);
            }
        }
    }

    PlacedWord needed_word() {
        auto word = words_.next("");
        if (!word)
            refuse_place(path_, words_.here(), "the data end too soon", "give as many values as the header says");
        return *word;
    }

    void one_matrix() {
        const bool first = matrix_ == 0;
        if (header_.columns_embedded && header_.form != UcinetForm::counted_node_list) {
            for (std::size_t i = 0; i < header_.columns; ++i) {
                const PlacedWord label = needed_word();
                if (first) add_name(header_.two_modes ? column_names_ : row_names_, label);
            }
        }
        for (std::uint32_t row = 0; row < header_.rows; ++row) {
            if (header_.rows_embedded) {
                const PlacedWord label = needed_word();
                const bool known = !header_.two_modes && header_.columns_embedded;
                if (known ? row_names_.list[row] != label.text : !first && row_names_.list[row] != label.text)
                    add_fault(label,
                              "the row is called '" + label.text + "', the column '" + row_names_.list[row] + "'",
                              "keep rows and columns in one order");
                if (!known && first) add_name(row_names_, label);
            }
            if (header_.form == UcinetForm::counted_node_list) {
                counted_row(row);
                continue;
            }
            for (std::uint32_t column = 0; column < header_.columns; ++column) {
                if (header_.form == UcinetForm::lower_half && column > row) break;
                if (header_.form == UcinetForm::upper_half && column < row) continue;
                if (!header_.diagonal && column == row) continue;
                const double weight = number(needed_word());
                add(row, column, weight);
                if (header_.form != UcinetForm::full_matrix && column != row) add(column, row, weight);
            }
        }
    }

    /// How many ties, then where to.
    void counted_row(std::uint32_t row) {
        const PlacedWord word = needed_word();
        const auto count = parse_integer(word.text);
        if (!count || *count < 0 || static_cast<std::uint64_t>(*count) > header_.columns)
            refuse_place(path_, word, "'" + word.text.substr(0, 40) + "' is no number of ties", "write one from 0 on");
        for (std::int64_t i = 0; i < *count; ++i) add(row, node(ends(), needed_word()), 1);
    }

    void finish() {
        for (Names* names : {&row_names_, &column_names_}) {
            for (std::size_t i = 1; names->list.size() < names->size; ++i) {
                // Nodes that no line of a list names.
                const std::string name = std::to_string(i);
                if (names->place.emplace(name, 0).second) names->list.push_back(name);
            }
        }
        graph_.ids = row_names_.list;
        if (header_.two_modes) {
            graph_.first_mode = row_names_.list.size();
            for (const std::string& name : column_names_.list) {
                std::string id = name;
                while (row_names_.place.contains(id) || (row_names_.place.empty() && parse_integer(id)))
                    id = "column " + id;
                graph_.ids.push_back(id);
            }
            for (GraphTie& tie : graph_.ties) tie.to += static_cast<std::uint32_t>(row_names_.list.size());
        } else {
            undirected_if_mutual();
        }
        settle_graph(graph_);
    }

    std::string relation_of(std::size_t tie) const {
        return graph_.tie_attributes.empty() ? "" : *graph_.tie_attributes.front().values[tie];
    }

    void undirected_if_mutual() {
        using Key = std::tuple<std::string, std::uint32_t, std::uint32_t, double>;
        std::map<Key, std::ptrdiff_t> balance;
        for (std::size_t i = 0; i < graph_.ties.size(); ++i) {
            const GraphTie& tie = graph_.ties[i];
            if (tie.from != tie.to)
                balance[{relation_of(i), std::min(tie.from, tie.to), std::max(tie.from, tie.to), tie.weight}] +=
                    tie.from < tie.to ? 1 : -1;
        }
        if (std::ranges::any_of(balance, [](const auto& one) { return one.second != 0; })) return;
        std::vector<GraphTie> ties;
        std::vector<std::optional<std::string>> relations;
        for (std::size_t i = 0; i < graph_.ties.size(); ++i) {
            GraphTie tie = graph_.ties[i];
            if (tie.from > tie.to) continue;
            tie.directed = false;
            ties.push_back(tie);
            if (!graph_.tie_attributes.empty()) relations.push_back(graph_.tie_attributes.front().values[i]);
        }
        graph_.ties = std::move(ties);
        if (!graph_.tie_attributes.empty()) graph_.tie_attributes.front().values = std::move(relations);
    }

    const std::string& path_;
    UcinetWords words_;
    UcinetHeader header_;
    GraphFile graph_;
    Names row_names_, column_names_;
    Diagnostics faults_;
    std::size_t matrix_ = 0;
};

std::string ucinet_label(const std::string& text, bool& changed) {
    std::string out = "\"";
    for (const char c : text) {
        const bool bad = c == '\n' || c == '\r';
        changed = changed || bad;
        if (c == '"') out += '"';
        out += bad ? ' ' : c;
    }
    return out + '"';
}

}  // namespace

GraphFile read_ucinet(std::string_view bytes, const std::string& path, std::vector<std::string>& warnings) {
    (void)warnings;
    DecodedText decoded;
    decode_text(bytes, path, "", decoded);
    return UcinetReader(decoded.text, path).read();
}

std::string write_ucinet(const GraphFile& graph, std::vector<std::string>& warnings) {
    if (graph.ids.empty()) throw UsageError("UCINET DL cannot hold a graph without nodes");
    const std::vector<std::string> names = graph_node_names(graph);
    const GraphAttribute* relation = find_attribute(graph.tie_attributes, "relation");
    std::vector<std::string> relations;
    std::map<std::tuple<std::size_t, std::uint32_t, std::uint32_t>, double> cells;
    bool mutual = true, any_arc = false, changed = false;
    std::size_t added = 0;
    for (std::size_t i = 0; i < graph.ties.size(); ++i) {
        const GraphTie& tie = graph.ties[i];
        const std::string own = relation != nullptr ? relation->values[i].value_or("other") : "";
        auto at = std::ranges::find(relations, own);
        if (at == relations.end()) at = relations.insert(relations.end(), own);
        const auto matrix = static_cast<std::size_t>(at - relations.begin());
        added += cells.contains({matrix, tie.from, tie.to}) ? 1 : 0;
        cells[{matrix, tie.from, tie.to}] += tie.weight;
        if (!tie.directed && tie.from != tie.to && !graph.first_mode) cells[{matrix, tie.to, tie.from}] += tie.weight;
        any_arc = any_arc || tie.directed;
    }
    for (const auto& [cell, weight] : cells) {
        const auto back = cells.find({std::get<0>(cell), std::get<2>(cell), std::get<1>(cell)});
        mutual = mutual && back != cells.end() && back->second == weight;
    }
    std::string out = "dl ";
    const std::size_t first = graph.first_mode.value_or(0);
    out += graph.first_mode ? "nr=" + std::to_string(first) + ", nc=" + std::to_string(names.size() - first)
                            : "n=" + std::to_string(names.size());
    if (graph.first_mode && (first == 0 || first == names.size()))
        throw UsageError("UCINET DL cannot hold a mode without nodes");
    if (relation != nullptr && !relations.empty()) out += ", nm=" + std::to_string(relations.size());
    out += graph.first_mode ? ", format=edgelist2\nrow labels:\n" : ", format=edgelist1\nlabels:\n";
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (graph.first_mode && i == first) out += "column labels:\n";
        out += ucinet_label(names[i], changed) + "\n";
    }
    if (relation != nullptr && !relations.empty()) {
        out += "matrix labels:\n";
        for (const std::string& own : relations) out += ucinet_label(own, changed) + "\n";
    }
    out += "data:\n";
    std::size_t matrix = 0;
    for (const auto& [cell, weight] : cells) {
        for (; matrix < std::get<0>(cell); ++matrix) out += "!\n";
        if (weight == 0) continue;
        out += std::to_string(std::get<1>(cell) + 1) + " " + std::to_string(std::get<2>(cell) + 1 - first);
        out += graph.weighted || weight != 1 ? " " + weight_text(weight) + "\n" : "\n";
    }
    GraphFile rest = graph;
    std::erase_if(rest.tie_attributes, [](const GraphAttribute& one) { return one.name == "relation"; });
    warn_of_losses(rest, {.format = "UCINET DL"}, warnings);
    if (added > 0)
        warnings.push_back("UCINET DL cannot hold several ties between the same nodes: the weights of " +
                           std::to_string(added) + " are added up");
    if (any_arc && mutual && !cells.empty())
        warnings.push_back(
            "UCINET DL cannot hold that ties are directed where each has its equal in the other direction: they "
            "will be read as undirected");
    if (any_arc && graph.first_mode)
        warnings.push_back("UCINET DL cannot hold directions in two-mode graphs: they are lost");
    if (changed) warnings.push_back("UCINET DL cannot hold line ends inside of labels: they became blanks");
    return out;
}

}  // namespace tarazy
