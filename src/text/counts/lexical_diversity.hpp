#pragma once

#include "text/counts/document_feature_matrix.hpp"
#include "text/counts/sequence_diversity.hpp"

#include <span>
#include <vector>

namespace tarazy {

/// Measures of how varied the words of one document are; NaN where not defined (no token, or one). With N tokens, V
/// types and V_i types that occur i times:
struct LexicalDiversity {
    double tokens = 0, types = 0;
    double ttr = 0;       ///< V/N
    double c = 0;         ///< ln V/ln N (Herdan 1960)
    double r = 0;         ///< V/sqrt N (Guiraud 1954)
    double cttr = 0;      ///< V/sqrt(2N) (Carroll 1964)
    double u = 0;         ///< (log10 N)^2/(log10 N - log10 V) (Dugast 1978)
    double s = 0;         ///< ln ln V/ln ln N (Summer 1966)
    double k = 0;         ///< 10^4 (sum V_i (i/N)^2 - 1/N) (Yule 1944)
    double d = 0;         ///< sum V_i i/N (i - 1)/(N - 1) (Simpson 1949)
    double maas = 0;      ///< sqrt((log10 N - log10 V)/(log10 N)^2) (Maas 1972)
    double log10_v0 = 0;  ///< log10 V/sqrt(1 - (log10 V/log10 N)^2) (Maas 1972)
    double ln_v0 = 0;     ///< the same by natural logarithms
    double i = 0;         ///< V^2/(sum V_i i^2 - V) (Yule 1944)
    double vm = 0;        ///< sqrt(sum V_i (i/N)^2 - 1/V) (Herdan 1955)
};

/// Of every document of a matrix with whole counts, each feature a type. O(cells)
/// @throws InputError  counts that are not whole
[[nodiscard]] std::vector<LexicalDiversity> lexical_diversity(const DocumentFeatureMatrix& matrix);

/// `doc_id,tokens,types,TTR,C,R,CTTR,U,S,K,D,Maas,lgV0,lgeV0,I,Vm,MATTR,MSTTR,MTLD`, a row a document.
/// @param sequences  of each document; empty where the order of tokens is not known: the last three are then missing
[[nodiscard]] Table lexical_diversity_table(const DocumentFeatureMatrix& matrix,
                                            std::span<const SequenceDiversity> sequences = {});

}  // namespace tarazy
