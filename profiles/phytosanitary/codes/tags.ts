/** Acronyms of the ePhyto mapping (guide 2.10) that may stand as the subject of a note. */
export const ephytoTags: ReadonlySet<string> = new Set(
  (
    'SPSFL DMCL DMTLIL OPTND OQU OQV HS IPPCPCVP IPPCPCC ' +
    'RPCST RPCCO RPCRF RPCOR RPCTC RPCPK RPCRP RPCOC RPCNC RPCPC RPCAI ' +
    'ADCO ADIP ADDI ADAO ADRP ADRPN ADRD ADRPR ' +
    'TTL1 TTL2 TTCH TTTM TTCO TTAI TTFT ' +
    'ADEDL ADIPEDL ADDIEDL ADAOEDL ADTLIL ADIPTLIL ADDITLIL ADAOTLIL'
  ).split(' '),
);
