#include "text/lemmas/conllu.hpp"

#include "base/error.hpp"

#include <array>
#include <unordered_map>

namespace tarazy {

bool ConlluWords::counts(std::size_t token) const {
    const std::string& part = parts[token];
    return part != "PUNCT" && part != "NUM" && part != "SYM" && part != "X";
}

ConlluWords read_conllu(std::string_view text, const std::string& name) {
    ConlluWords result;
    Tokens& tokens = result.tokens;
    Diagnostics problems;
    std::unordered_map<std::string, std::uint32_t> types;
    std::uint32_t offset = 0;
    std::string id;
    std::size_t line_number = 0;
    const auto end_sentence = [&] {
        if (tokens.type.size() == tokens.first.back()) return;
        tokens.documents.push_back(id.empty() ? "sentence" + std::to_string(tokens.documents.size() + 1) : id);
        tokens.first.push_back(tokens.type.size());
        offset = 0;
        id.clear();
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++line_number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) {
            end_sentence();
            continue;
        }
        if (line.starts_with('#')) {
            if (line.starts_with("# sent_id = ")) id = line.substr(12);
            continue;
        }
        std::array<std::string_view, 10> fields;
        std::size_t n = 0;
        for (std::string_view rest = line; n < 11;) {
            const std::size_t tab = rest.find('\t');
            if (n < 10) fields[n] = rest.substr(0, tab);
            ++n;
            if (tab == std::string_view::npos) break;
            rest.remove_prefix(tab + 1);
        }
        if (n != 10) {
            problems.add({name, line_number, 0,
                          "a line of CoNLL-U has ten fields with tabs between, this one " +
                              std::string(n > 10 ? "more" : std::to_string(n)),
                          "give a treebank in CoNLL-U, or leave --conllu out for plain documents"});
            continue;
        }
        if (fields[0].find_first_of("-.") != std::string_view::npos) continue;
        const auto [type, fresh] =
            types.try_emplace(std::string(fields[1]), static_cast<std::uint32_t>(tokens.types.size()));
        if (fresh) tokens.types.emplace_back(fields[1]);
        tokens.type.push_back(type->second);
        tokens.start.push_back(offset);
        tokens.length.push_back(static_cast<std::uint32_t>(fields[1].size()));
        offset += static_cast<std::uint32_t>(fields[1].size()) + 1;
        result.lemmas.emplace_back(fields[2]);
        result.parts.emplace_back(fields[3]);
        result.blank_after.push_back(fields[9].find("SpaceAfter=No") == std::string_view::npos);
    }
    end_sentence();
    if (tokens.type.empty() && problems.empty())
        problems.add({name, 0, 0, "there is no word in it", "give a treebank in CoNLL-U"});
    problems.throw_if_any();
    return result;
}

}  // namespace tarazy
