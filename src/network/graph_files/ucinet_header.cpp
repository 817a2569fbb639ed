#include "network/graph_files/ucinet_header.hpp"

#include "base/number_text.hpp"
#include "network/graph_files/graph_file.hpp"

namespace tarazy {
namespace {

std::size_t ucinet_count(UcinetWords& words, const PlacedWord& keyword, const std::string& path) {
    auto word = words.next("=:");
    if (word && word->text == "=") word = words.next("=:");
    const auto value = word ? parse_integer(word->text) : std::nullopt;
    if (!value || *value < 1)
        refuse_place(path, word.value_or(keyword), "'" + keyword.text + "' has no number above zero",
                     "write " + keyword.text + "=5");
    check_graph_size(path, "nodes", static_cast<double>(*value), most_graph_nodes);
    return static_cast<std::size_t>(*value);
}

class UcinetHeaderReader {
public:
    UcinetHeaderReader(UcinetWords& words, const std::string& path) : words_(words), path_(path) {}

    UcinetHeader read() {
        const auto first = words_.next("=:");
        if (!first || !same_word(first->text, "dl"))
            refuse_place(path_, first.value_or(words_.here()), "the file does not begin with DL",
                         "is this a UCINET DL file?");
        for (;;) {
            const auto word = words_.next("=:");
            if (!word) refuse_place(path_, words_.here(), "there is no 'data:'", "write data: before the data");
            if (same_word(word->text, "data")) {
                skip(":");
                break;
            }
            keyword(*word);
        }
        check_dimensions(*first);
        return std::move(header_);
    }

private:
    void skip(std::string_view sign) {
        UcinetWords ahead = words_;
        const auto word = ahead.next("=:");
        if (word && !word->quoted && word->text == sign) words_ = ahead;
    }

    void keyword(const PlacedWord& word) {
        const auto is = [&](std::string_view name) { return same_word(word.text, name); };
        if (is("n")) {
            header_.rows = header_.columns = ucinet_count(words_, word, path_);
        } else if (is("nr")) {
            header_.rows = ucinet_count(words_, word, path_);
            header_.two_modes = true;
        } else if (is("nc")) {
            header_.columns = ucinet_count(words_, word, path_);
            header_.two_modes = true;
        } else if (is("nm")) {
            header_.matrices = ucinet_count(words_, word, path_);
        } else if (is("format")) {
            form(value_of(word));
        } else if (is("diagonal")) {
            const PlacedWord value = value_of(word);
            header_.diagonal = !same_word(value.text, "absent");
            if (header_.diagonal && !same_word(value.text, "present"))
                refuse_place(path_, value, "the diagonal is '" + value.text + "'", "write present or absent");
        } else if (is("labels")) {
            labels(true, true, header_.row_labels, header_.rows, word);
        } else if (is("row") || is("rows")) {
            part_labels(word, true, false, header_.row_labels, header_.rows);
        } else if (is("column") || is("col") || is("columns")) {
            part_labels(word, false, true, header_.column_labels, header_.columns);
        } else if (is("matrix") || is("level") || is("matrices")) {
            part_labels(word, false, false, header_.matrix_labels, header_.matrices);
        } else if (!is(":") && !is("=")) {
            refuse_place(path_, word, "'" + word.text.substr(0, 40) + "' is no word of a DL header",
                         "write n, nr, nc, nm, format, diagonal, labels or data");
        }
    }

    PlacedWord value_of(const PlacedWord& keyword) {
        auto word = words_.next("=:");
        if (word && (word->text == "=" || word->text == ":")) word = words_.next("=:");
        if (!word) refuse_place(path_, keyword, "'" + keyword.text + "' has no value", "give it one");
        return *word;
    }

    void form(const PlacedWord& word) {
        const auto is = [&](std::string_view name) { return same_word(word.text, name); };
        if (is("fullmatrix") || is("fm") || is("matrix")) return;
        if (is("lowerhalf") || is("lh")) {
            header_.form = UcinetForm::lower_half;
        } else if (is("upperhalf") || is("uh")) {
            header_.form = UcinetForm::upper_half;
        } else if (is("edgelist1") || is("el1") || is("edgelist")) {
            header_.form = UcinetForm::edge_list;
        } else if (is("nodelist1") || is("nl1") || is("nodelist")) {
            header_.form = UcinetForm::node_list;
        } else if (is("nodelist1b") || is("nl1b")) {
            header_.form = UcinetForm::counted_node_list;
        } else if (is("edgelist2") || is("el2")) {
            header_.form = UcinetForm::edge_list;
            header_.two_modes = true;
        } else if (is("nodelist2") || is("nl2")) {
            header_.form = UcinetForm::node_list;
            header_.two_modes = true;
        } else {
            refuse_place(path_, word, "the format '" + word.text.substr(0, 40) + "' is not known",
                         "write fullmatrix, lowerhalf, upperhalf, edgelist1, edgelist2, nodelist1 or nodelist2");
        }
    }

    void part_labels(const PlacedWord& keyword, bool rows, bool columns, std::vector<PlacedWord>& list,
                     std::size_t size) {
        const auto word = words_.next("=:");
        if (!word || !same_word(word->text, "labels"))
            refuse_place(path_, word.value_or(keyword), "'" + keyword.text + "' is not followed by 'labels'",
                         "write " + keyword.text + " labels:");
        labels(rows, columns, list, size, *word);
    }

    void labels(bool rows, bool columns, std::vector<PlacedWord>& list, std::size_t size, const PlacedWord& keyword) {
        UcinetWords ahead = words_;
        const auto word = ahead.next("=:");
        if (word && same_word(word->text, "embedded")) {
            words_ = ahead;
            header_.rows_embedded = header_.rows_embedded || rows;
            header_.columns_embedded = header_.columns_embedded || columns;
            skip(":");
            return;
        }
        skip(":");
        if (size == 0) refuse_place(path_, keyword, "labels stand before their number", "write n= (or nr=, nc=) first");
        while (list.size() < size) {
            auto label = words_.next("");
            if (!label || (!label->quoted && same_word(label->text, "data:")))
                refuse_place(
                    path_, label.value_or(words_.here()),
                    "there are " + std::to_string(list.size()) + " labels for " + std::to_string(size) + " nodes",
                    "give one a node");
            list.push_back(std::move(*label));
        }
    }

    void check_dimensions(const PlacedWord& first) const {
        if (header_.rows == 0 || header_.columns == 0)
            refuse_place(path_, first, "the number of nodes is not given", "write n=5, or nr=5, nc=8");
        check_graph_size(path_, "nodes", static_cast<double>(header_.rows + (header_.two_modes ? header_.columns : 0)),
                         most_graph_nodes);
        const bool matrix = header_.form == UcinetForm::full_matrix || header_.form == UcinetForm::lower_half ||
                            header_.form == UcinetForm::upper_half;
        if (matrix)
            check_graph_size(path_, "cells of matrices",
                             static_cast<double>(header_.rows) * static_cast<double>(header_.columns) *
                                 static_cast<double>(header_.matrices),
                             most_graph_cells);
    }

    UcinetWords& words_;
    const std::string& path_;
    UcinetHeader header_;
};

}  // namespace

void UcinetWords::step() {
    if (text_[at_] == '\n') {
        ++line_;
        column_ = 1;
    } else {
        ++column_;
    }
    ++at_;
}

std::optional<PlacedWord> UcinetWords::next(std::string_view stops) {
    const auto blank = [](char c) {
        return c == ' ' || c == '\t' || c == ',' || c == ';' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
    };
    while (at_ < text_.size() && blank(text_[at_])) step();
    if (at_ == text_.size()) return std::nullopt;
    PlacedWord word{{}, line_, column_, text_[at_] == '"'};
    if (word.quoted) {
        step();
        for (bool closed = false; !closed;) {
            if (at_ == text_.size() || text_[at_] == '\n')
                refuse_place(*path_, word, "the quote is not closed", "close it on the same line");
            if (text_[at_] != '"') {
                word.text += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                word.text += '"';
                step();
            } else {
                closed = true;
            }
            step();
        }
        return word;
    }
    if (stops.find(text_[at_]) != std::string_view::npos) {
        word.text = text_[at_];
        step();
        return word;
    }
    while (at_ < text_.size() && !blank(text_[at_]) && stops.find(text_[at_]) == std::string_view::npos) {
        word.text += text_[at_];
        step();
    }
    return word;
}

std::vector<PlacedWord> UcinetWords::next_line() {
    std::vector<PlacedWord> words;
    while (words.empty() || words.back().line == words.front().line) {
        const UcinetWords before = *this;
        auto word = next("");
        if (!word) break;
        if (!words.empty() && word->line != words.front().line) {
            at_ = before.at_;
            line_ = before.line_;
            column_ = before.column_;
            break;
        }
        words.push_back(std::move(*word));
    }
    return words;
}

UcinetHeader read_ucinet_header(UcinetWords& words, const std::string& path) {
    return UcinetHeaderReader(words, path).read();
}

}  // namespace tarazy
