#pragma once

#include "compare/coincidence/coincidences.hpp"
#include "compare/coincidence/complex_formulas.hpp"
#include "compare/sets/peer_data_test.hpp"

#include <cctype>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tarazy {

/// What cna 4.0.0 (R) gave for one of its example data sets.
struct PeerCna {
    std::string text;  ///< JSON
    Coincidences data;
    CoincidenceOptions options;
    std::vector<Effect> effects;
};

/// The peer writes absence in lower case, levels as `PB=1`; here `~A` and `PB{1}`.
inline std::string our_literal(const std::string& text) {
    const std::size_t equal = text.find('=');
    if (equal != std::string::npos) return text.substr(0, equal) + '{' + text.substr(equal + 1) + '}';
    std::string upper = text;
    for (char& letter : upper) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return upper == text ? text : '~' + upper;
}

inline std::vector<std::string> pieces(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find(separator, start), text.size());
        parts.push_back(text.substr(start, end - start));
        start = end + separator.size();
    }
    return parts;
}

/// A disjunction as a set of sets of literals.
using PeerTerms = std::set<std::set<std::string>>;
inline PeerTerms peer_terms(const std::string& disjunction) {
    PeerTerms terms;
    for (const std::string& term : pieces(disjunction, "+")) {
        std::set<std::string> literals;
        for (const std::string& literal : pieces(term, "*")) literals.insert(our_literal(literal));
        terms.insert(literals);
    }
    return terms;
}
inline PeerTerms our_terms(const PropertySpace& space, const std::vector<Literals>& model) {
    PeerTerms terms;
    for (const Literals term : model) {
        std::set<std::string> literals;
        for (const std::string& literal : pieces(term_text(space, term), "*")) literals.insert(literal);
        terms.insert(literals);
    }
    return terms;
}

PeerCna peer_cna(const std::string& id);

}  // namespace tarazy
