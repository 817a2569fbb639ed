#include "base/keep_faults.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "io/decoded_text.hpp"
#include "network/graph_files/pajek.hpp"
#include "network/graph_files/pajek_words.hpp"
#include "network/graph_files/text_places.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace tarazy {
namespace {

enum class PajekSection { none, vertices, arcs, edges, arcs_list, edges_list, matrix, partition, vector, passed };

class PajekReader {
public:
    PajekReader(const std::string& path, PajekKind kind, std::vector<std::string>& warnings)
        : path_(path), kind_(kind), warnings_(warnings) {}

    GraphFile read(std::string_view text) {
        TextLines lines(text);
        // What is wrong in a row does not hinder the next one; after a wrong header nobody knows what rows mean.
        keep_faults(faults_, [&] {
            while (const auto line = lines.next()) {
                if (line->find_first_not_of(" \t") == std::string_view::npos || line->front() == '%' ||
                    line->starts_with("/*"))
                    continue;
                bool unclosed = false;
                const std::vector<PlacedWord> words = placed_words(*line, lines.number(), "", &unclosed);
                if (words.empty()) continue;  // form feeds are blanks, too
                if (unclosed)
                    add_fault(words.back(), "the quote is not closed", "close it on the same line");
                else if (words.front().text.starts_with('*') && !words.front().quoted)
                    header(words, *line);
                else
                    keep_faults(faults_, [&] { row(words); });
            }
            end_matrix(lines.number());
        });
        faults_.throw_if_any();
        finish(lines.number());
        return std::move(graph_);
    }

private:
    [[noreturn]] void refuse(const PlacedWord& at, std::string what, std::string remedy) const {
        refuse_place(path_, at, std::move(what), std::move(remedy));
    }

    void add_fault(const PlacedWord& at, std::string what, std::string remedy) {
        faults_.add(Problem{path_, at.line, at.column, std::move(what), std::move(remedy)});
    }

    double number(const PlacedWord& word, std::string_view what) const {
        const auto value = parse_real(word.text);
        if (!value)
            refuse(word, std::string(what) + " is '" + word.text.substr(0, 40) + "', no number", "write a number");
        return *value;
    }

    std::size_t count(const PlacedWord& word) const {
        const auto value = parse_integer(word.text);
        if (!value || *value < 0) refuse(word, "the number of vertices is '" + word.text + "'", "write a whole number");
        check_graph_size(path_, "vertices", static_cast<double>(*value), most_graph_nodes);
        return static_cast<std::size_t>(*value);
    }

    std::uint32_t vertex(const PlacedWord& word) const {
        const auto value = parse_integer(word.text);
        if (!value || *value < 1 || static_cast<std::uint64_t>(*value) > size_)
            refuse(word, "there is no vertex '" + word.text.substr(0, 40) + "'",
                   "write a number from 1 to " + std::to_string(size_));
        return static_cast<std::uint32_t>(*value - 1);
    }

    /// The end of a tie; a wrong one is told and stands for none.
    std::uint32_t tie_end(const PlacedWord& word) {
        std::uint32_t place = 0;
        keep_faults(faults_, [&] { place = vertex(word); });
        return place;
    }

    void header(const std::vector<PlacedWord>& words, std::string_view line) {
        const PlacedWord& name = words.front();
        end_matrix(name.line);
        const auto is = [&](std::string_view word) { return same_word(name.text, word); };
        const std::string title(trimmed(line.substr(
            line.find_first_of(" \t") == std::string_view::npos ? line.size() : line.find_first_of(" \t"))));
        if (is("*vertices")) return vertices(words);
        if (is("*network")) {
            part_ = PajekSection::none;
            if (has_network_ || networks_++ > 0) {
                warnings_.push_back(path_ + ": the network '" + title + "' is not read; one file gives one network");
                part_ = PajekSection::passed;
            }
            section_ = part_;
            return;
        }
        if (is("*partition") || is("*vector")) {
            part_ = is("*partition") ? PajekSection::partition : PajekSection::vector;
            title_ = title;
            section_ = PajekSection::none;
            return;
        }
        if (part_ == PajekSection::passed) return;
        if (is("*arcs") || is("*edges") || is("*arcslist") || is("*edgeslist") || is("*matrix")) {
            if (!has_network_) refuse(name, "'" + name.text + "' stands before *Vertices", "write *Vertices first");
            section_ = is("*arcs")        ? PajekSection::arcs
                       : is("*edges")     ? PajekSection::edges
                       : is("*arcslist")  ? PajekSection::arcs_list
                       : is("*edgeslist") ? PajekSection::edges_list
                                          : PajekSection::matrix;
            matrix_row_ = 0;
            relation_.clear();
            if (words.size() > 1 && words[1].text.starts_with(':'))
                relation_ = words.size() > 2 ? words[2].text : words[1].text.substr(1);
            graph_.directed = graph_.directed || is("*arcs") || is("*arcslist");
            return;
        }
        warnings_.push_back(path_ + ":" + std::to_string(name.line) + ": the section '" + name.text + "' is not read");
        part_ = section_ = PajekSection::passed;
    }

    void vertices(const std::vector<PlacedWord>& words) {
        if (part_ == PajekSection::passed) return;
        if (words.size() < 2) refuse(words.front(), "*Vertices has no number", "write how many vertices there are");
        const std::size_t n = count(words[1]);
        if (part_ == PajekSection::none && kind_ == PajekKind::partition) part_ = PajekSection::partition;
        if (part_ == PajekSection::none && kind_ == PajekKind::vector) part_ = PajekSection::vector;
        if (part_ != PajekSection::none) {
            if (has_network_ || attributes_ > 0) {
                if (n != size_)
                    refuse(words[1], std::to_string(n) + " values for " + std::to_string(size_) + " vertices",
                           "give one a vertex");
            } else {
                set_size(n);
            }
            ++attributes_;
            std::string name =
                title_.empty() ? std::string(part_ == PajekSection::partition ? "partition" : "vector") : title_;
            while (find_attribute(graph_.node_attributes, name) != nullptr) name += "'";
            attribute_ = name;
            graph_attribute(graph_.node_attributes, name,
                            part_ == PajekSection::partition ? AttributeType::integer : AttributeType::real, n, path_);
            section_ = part_;
            value_at_ = 0;
            return;
        }
        if (has_network_) refuse(words.front(), "*Vertices stands twice", "keep one, or make a project (.paj)");
        if (attributes_ > 0 && n != size_)
            refuse(words[1], std::to_string(n) + " vertices, but a partition or vector of " + std::to_string(size_),
                   "give as many");
        has_network_ = true;
        set_size(n);
        if (words.size() > 2) {
            const std::size_t first = count(words[2]);
            if (first > n) refuse(words[2], "more vertices of the first mode than vertices", "write n n1 with n1 <= n");
            graph_.first_mode = first;
        }
        section_ = PajekSection::vertices;
    }

    void set_size(std::size_t n) {
        size_ = n;
        labels_.assign(n, {});
    }

    void row(const std::vector<PlacedWord>& words) {
        switch (section_) {
            case PajekSection::passed: return;
            case PajekSection::none:
                section_ = PajekSection::passed;  // told once
                refuse(words.front(), "'" + words.front().text.substr(0, 40) + "' stands before any section",
                       kind_ == PajekKind::network ? "begin with *Vertices" : "begin with *Vertices, *Network, ...");
            case PajekSection::vertices: return vertex_row(words);
            case PajekSection::arcs: return tie_row(words, true);
            case PajekSection::edges: return tie_row(words, false);
            case PajekSection::arcs_list: return list_row(words, true);
            case PajekSection::edges_list: return list_row(words, false);
            case PajekSection::matrix: return matrix_row(words);
            case PajekSection::partition:
            case PajekSection::vector: return value_row(words);
        }
    }

    void vertex_row(const std::vector<PlacedWord>& words) {
        const std::uint32_t at = vertex(words.front());
        if (words.size() < 2) return;
        labels_[at] = words[1].text;
        std::size_t next = 2;
        for (const char* axis : {"x", "y", "z"}) {
            if (next == words.size() || words[next].quoted || !parse_real(words[next].text)) break;
            node_value(axis, AttributeType::real, at, words[next++].text);
        }
        if (next < words.size() && pajek_shape(words[next].text))
            node_value("shape", AttributeType::text, at, words[next++].text);
        while (next < words.size()) {
            if (const auto times = pajek_times(words[next].text); times && !words[next].quoted) {
                if (graph_.node_spells.empty()) graph_.node_spells.resize(size_);
                graph_.node_spells[at] = *times;
                ++next;
                continue;
            }
            if (next + 1 == words.size()) {
                refuse(words[next], "the parameter '" + words[next].text.substr(0, 40) + "' has no value",
                       "give it one");
            }
            const std::string& name = words[next].text;
            if (name == "x" || name == "y" || name == "z")  // columns of coordinates hold numbers
                (void)number(words[next + 1], "the coordinate " + name);
            node_value(name, AttributeType::text, at, words[next + 1].text);
            next += 2;
        }
    }

    void node_value(const std::string& name, AttributeType type, std::uint32_t at, const std::string& value) {
        graph_attribute(graph_.node_attributes, name, type, size_, path_).values[at] = value;
    }

    void add_tie(std::uint32_t from, std::uint32_t to, bool directed, double weight) {
        check_graph_size(path_, "ties", static_cast<double>(graph_.ties.size() + 1), most_graph_ties);
        graph_.ties.push_back({from, to, directed, weight});
        if (!relation_.empty()) tie_value("relation", relation_);
    }

    void tie_value(const std::string& name, const std::string& value) {
        graph_attribute(graph_.tie_attributes, name, AttributeType::text, graph_.ties.size(), path_).values.back() =
            value;
    }

    void tie_row(const std::vector<PlacedWord>& words, bool directed) {
        if (words.size() < 2) refuse(words.front(), "the tie has one end", "write both vertices");
        double weight = 1;
        std::size_t next = 2;
        if (words.size() > 2 && parse_real(words[2].text)) {
            weight = number(words[2], "the weight");
            graph_.weighted = true;
            ++next;
        }
        if (weight == 0) {
            ++without_weight_;
            return;
        }
        // Old files keep the weight signed in the vertex: undirected ties are plain pairs all the same.
        const std::uint32_t from = tie_end(words[0]), to = tie_end(words[1]);
        add_tie(from, to, directed, weight);
        while (next < words.size()) {
            if (const auto times = pajek_times(words[next].text); times && !words[next].quoted) {
                graph_.tie_spells.resize(graph_.ties.size());
                graph_.tie_spells.back() = *times;
                ++next;
                continue;
            }
            if (next + 1 == words.size())
                refuse(words[next], "the parameter '" + words[next].text.substr(0, 40) + "' has no value",
                       "give it one");
            tie_value(words[next].text == "l" ? "label" : words[next].text, words[next + 1].text);
            next += 2;
        }
    }

    void list_row(const std::vector<PlacedWord>& words, bool directed) {
        const std::uint32_t from = tie_end(words[0]);
        for (std::size_t i = 1; i < words.size(); ++i) add_tie(from, tie_end(words[i]), directed, 1);
    }

    /// A matrix that ends before its last row was cut.
    void end_matrix(std::size_t line) {
        const std::size_t rows = graph_.first_mode.value_or(size_);
        if (section_ != PajekSection::matrix || matrix_row_ == rows) return;
        faults_.add(Problem{path_, line, 0,
                            "the matrix has " + std::to_string(matrix_row_) + " rows, not " + std::to_string(rows),
                            "the file was cut short; get it whole"});
    }

    void matrix_row(const std::vector<PlacedWord>& words) {
        const std::size_t first = graph_.first_mode.value_or(size_),
                          columns = graph_.first_mode ? size_ - first : size_;
        if (matrix_row_ == first) {
            section_ = PajekSection::passed;  // told once
            refuse(words.front(), "the matrix has more than " + std::to_string(first) + " rows", "take it away");
        }
        const auto row = static_cast<std::uint32_t>(matrix_row_++);
        if (words.size() != columns)
            refuse(words.front(),
                   "the row has " + std::to_string(words.size()) + " cells, not " + std::to_string(columns),
                   "give a cell a column");
        for (std::size_t i = 0; i < columns; ++i) {
            double weight = 0;
            keep_faults(faults_, [&] { weight = number(words[i], "the cell"); });
            if (weight == 0) continue;
            graph_.weighted = graph_.weighted || weight != 1;
            add_tie(row, static_cast<std::uint32_t>(graph_.first_mode ? first + i : i), !graph_.first_mode, weight);
        }
    }

    void value_row(const std::vector<PlacedWord>& words) {
        GraphAttribute& attribute =
            graph_attribute(graph_.node_attributes, attribute_, AttributeType::integer, size_, path_);
        for (const PlacedWord& word : words) {
            if (value_at_ == size_) {
                section_ = PajekSection::passed;  // told once
                refuse(word, "there are more than " + std::to_string(size_) + " values", "take it away");
            }
            attribute.values[value_at_++] = word.text;
            keep_faults(faults_, [&] { (void)number(word, "the value"); });
            if (section_ == PajekSection::partition && parse_real(word.text) && !parse_integer(word.text))
                add_fault(word, "the class '" + word.text + "' is no whole number", "write one, or use a vector");
        }
    }

    void finish(std::size_t last_line) {
        if (size_ == 0 && !has_network_ && attributes_ == 0)
            throw InputError(Problem{path_, std::max<std::size_t>(last_line, 1), 1, "there is no *Vertices",
                                     "is this a Pajek file?"});
        if (without_weight_ > 0)
            warnings_.push_back(path_ + ": " + std::to_string(without_weight_) +
                                " ties of weight 0 are no ties and are left out");
        graph_.ids.resize(size_);
        std::unordered_set<std::string> seen;
        bool own = true;
        for (std::size_t i = 0; i < size_; ++i) {
            graph_.ids[i] = labels_[i].empty() ? std::to_string(i + 1) : labels_[i];
            own = seen.insert(graph_.ids[i]).second && own;
        }
        if (!own) {
            warnings_.push_back(path_ + ": two vertices have the same label; vertices are called by their numbers");
            GraphAttribute& label = graph_attribute(graph_.node_attributes, "label", AttributeType::text, size_, path_);
            for (std::size_t i = 0; i < size_; ++i) {
                graph_.ids[i] = std::to_string(i + 1);
                if (!labels_[i].empty()) label.values[i] = labels_[i];
            }
        }
        for (GraphAttribute& attribute : graph_.tie_attributes) {
            attribute.values.resize(graph_.ties.size());
            if (attribute.name != "relation") attribute.type = attribute_type_of(attribute.values);
        }
        settle_graph(graph_);
    }

    const std::string& path_;
    const PajekKind kind_;
    std::vector<std::string>& warnings_;
    Diagnostics faults_;
    GraphFile graph_;
    std::vector<std::string> labels_;
    PajekSection section_ = PajekSection::none, part_ = PajekSection::none;
    std::string title_, attribute_, relation_;
    std::size_t size_ = 0, networks_ = 0, attributes_ = 0, value_at_ = 0, matrix_row_ = 0, without_weight_ = 0;
    bool has_network_ = false;
};

}  // namespace

GraphFile read_pajek(std::string_view bytes, const std::string& path, PajekKind kind,
                     std::vector<std::string>& warnings) {
    DecodedText decoded;
    decode_text(bytes, path, "", decoded);
    return PajekReader(path, kind, warnings).read(decoded.text);
}

}  // namespace tarazy
