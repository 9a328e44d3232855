"""Messages of mobile networks as bytes: LTE RRC through pycrate, all else by hand. Facts: TS 36.331, 24.301, 24.008, 23.040."""
import struct

from pycrate_asn1dir import RRCLTE  # noqa: F401
from pycrate_asn1rt.glob import GLOBAL

RRC = GLOBAL.MOD["EUTRA-RRC-Definitions"]

def rrc(channel, value):
    o = RRC[f"{channel}-Message"]
    o.set_val({"message": value})
    return o.to_uper()


def plmn_ie(plmn):
    mcc, mnc = plmn.split("-")
    d = [int(x) for x in mcc]
    n = [int(x) for x in mnc] + ([15] if len(mnc) == 2 else [])
    return bytes([d[0] | d[1] << 4, d[2] | n[2] << 4, n[0] | n[1] << 4])


def sib1(c):
    blocks = [{"si-Periodicity": "rf16", "sib-MappingInfo": s} for s in c.get("blocks", [["sibType3"], ["sibType5"], ["sibType7"]])]
    networks = [{"plmn-Identity": {"mcc": [int(x) for x in p[:3]], "mnc": [int(x) for x in p[4:]]},
                 "cellReservedForOperatorUse": "notReserved"} for p in c["plmn"].split()]
    return rrc("BCCH-DL-SCH", ("c1", ("systemInformationBlockType1", {
        "cellAccessRelatedInfo": {"plmn-IdentityList": networks, "trackingAreaCode": (c["tac"], 16),
                                  "cellIdentity": (c["cell"], 28), "cellBarred": "notBarred",
                                  "intraFreqReselection": "allowed", "csg-Indication": False},
        "cellSelectionInfo": {"q-RxLevMin": -62}, "freqBandIndicator": 4, "schedulingInfoList": blocks,
        "si-WindowLength": "ms20", "systemInfoValueTag": 3})))


def sib3(priority):
    return ("sib3", {
        "cellReselectionInfoCommon": {"q-Hyst": "dB4"},
        "cellReselectionServingFreqInfo": {"threshServingLow": 3, "cellReselectionPriority": priority},
        "intraFreqCellReselectionInfo": {"q-RxLevMin": -62, "presenceAntennaPort1": True, "neighCellConfig": (1, 2),
                                         "t-ReselectionEUTRA": 1}})


def sib5(priority, freq=2300):
    return ("sib5", {"interFreqCarrierFreqList": [{
        "dl-CarrierFreq": freq, "q-RxLevMin": -62, "t-ReselectionEUTRA": 1, "threshX-High": 5, "threshX-Low": 4,
        "allowedMeasBandwidth": "mbw50", "presenceAntennaPort1": True, "cellReselectionPriority": priority,
        "neighCellConfig": (1, 2), "interFreqNeighCellList": [{"physCellId": 77, "q-OffsetCell": "dB0"}]}]})


def sib7(priority):
    return ("sib7", {"t-ReselectionGERAN": 1, "carrierFreqsInfoList": [{
        "carrierFreqs": {"startingARFCN": 512, "bandIndicator": "dcs1800",
                         "followingARFCNs": ("explicitListOfARFCNs", [513, 514])},
        "commonInfo": {"cellReselectionPriority": priority, "ncc-Permitted": (255, 8), "q-RxLevMin": 0, "threshX-High": 5,
                       "threshX-Low": 4}}]})


def sib6(priority):
    return ("sib6", {"carrierFreqListUTRA-FDD": [{
        "carrierFreq": 10562, "cellReselectionPriority": priority, "threshX-High": 5, "threshX-Low": 4,
        "q-RxLevMin": -60, "p-MaxUTRA": 30, "q-QualMin": -20}], "t-ReselectionUTRA": 1})


def si(*blocks):
    return rrc("BCCH-DL-SCH", ("c1", ("systemInformation", {"criticalExtensions": ("systemInformation-r8", {
        "sib-TypeAndInfo": list(blocks)})})))


def c1(name, inner, value, transaction=1):
    return ("c1", (name, {"rrc-TransactionIdentifier": transaction, "criticalExtensions": ("c1", (inner, value))}))


def request(rng, cause="mo-Signalling"):
    return rrc("UL-CCCH", ("c1", ("rrcConnectionRequest", {"criticalExtensions": ("rrcConnectionRequest-r8", {
        "ue-Identity": ("randomValue", (rng.getrandbits(40), 40)), "establishmentCause": cause, "spare": (0, 1)})})))


def setup_complete(nas):
    return rrc("UL-DCCH", c1("rrcConnectionSetupComplete", "rrcConnectionSetupComplete-r8", {
        "selectedPLMN-Identity": 1, "dedicatedInfoNAS": nas}))


def release(redirect=None, cause="other"):
    v = {"releaseCause": cause}
    if redirect == "geran":
        v["redirectedCarrierInfo"] = ("geran", {"startingARFCN": 512, "bandIndicator": "dcs1800",
                                                "followingARFCNs": ("explicitListOfARFCNs", [513])})
    elif redirect == "utra-FDD":
        v["redirectedCarrierInfo"] = ("utra-FDD", 10562)
    return rrc("DL-DCCH", c1("rrcConnectionRelease", "rrcConnectionRelease-r8", v))


def rrc_security(cipher, integrity):
    return rrc("DL-DCCH", c1("securityModeCommand", "securityModeCommand-r8", {"securityConfigSMC": {
        "securityAlgorithmConfig": {"cipheringAlgorithm": cipher, "integrityProtAlgorithm": integrity}}}))


def handover(target, cipher, integrity):
    common = {"p0-NominalPUSCH": -87, "alpha": "al08", "p0-NominalPUCCH": -117, "deltaFList-PUCCH": {
        "deltaF-PUCCH-Format1": "deltaF0", "deltaF-PUCCH-Format1b": "deltaF1", "deltaF-PUCCH-Format2": "deltaF0",
        "deltaF-PUCCH-Format2a": "deltaF0", "deltaF-PUCCH-Format2b": "deltaF0"}, "deltaPreambleMsg3": 4}
    return rrc("DL-DCCH", c1("rrcConnectionReconfiguration", "rrcConnectionReconfiguration-r8", {
        "mobilityControlInfo": {"targetPhysCellId": target, "t304": "ms1000", "newUE-Identity": (4711, 16),
                                "radioResourceConfigCommon": {
                                    "prach-Config": {"rootSequenceIndex": 22},
                                    "pusch-ConfigCommon": {"pusch-ConfigBasic": {"n-SB": 1, "hoppingMode": "interSubFrame",
                                                                                 "pusch-HoppingOffset": 4, "enable64QAM": False},
                                                           "ul-ReferenceSignalsPUSCH": {"groupHoppingEnabled": False,
                                                                                        "groupAssignmentPUSCH": 0,
                                                                                        "sequenceHoppingEnabled": False,
                                                                                        "cyclicShift": 0}},
                                    "uplinkPowerControlCommon": common, "ul-CyclicPrefixLength": "len1"}},
        "securityConfigHO": {"handoverType": ("intraLTE", {
            "securityAlgorithmConfig": {"cipheringAlgorithm": cipher, "integrityProtAlgorithm": integrity},
            "keyChangeIndicator": False, "nextHopChainingCount": 1})}}))


def down(nas):
    return rrc("DL-DCCH", c1("dlInformationTransfer", "dlInformationTransfer-r8", {"dedicatedInfoType": ("dedicatedInfoNAS", nas)}))


def up(nas):
    return rrc("UL-DCCH", ("c1", ("ulInformationTransfer", {"criticalExtensions": ("c1", ("ulInformationTransfer-r8", {
        "dedicatedInfoType": ("dedicatedInfoNAS", nas)}))})))


def paging(rng, imsi=None):
    who = ("imsi", [int(x) for x in imsi]) if imsi else ("s-TMSI", {"mmec": (rng.getrandbits(8), 8), "m-TMSI": (rng.getrandbits(32), 32)})
    return rrc("PCCH", ("c1", ("paging", {"pagingRecordList": [{"ue-Identity": who, "cn-Domain": "ps"}]})))


def measurement(rng, dbm=None):
    """What a phone reports of its own cell."""
    rsrp = rng.randrange(20, 70) if dbm is None else dbm + 140
    return rrc("UL-DCCH", ("c1", ("measurementReport", {"criticalExtensions": ("c1", ("measurementReport-r8", {
        "measResults": {"measId": 2, "measResultPCell": {"rsrpResult": rsrp, "rsrqResult": rng.randrange(10, 30)}}}))})))


def guti(rng, plmn):
    return b"\xf6" + plmn_ie(plmn) + rng.randbytes(7)


def imsi_ie(digits):
    d = [int(x) for x in digits]
    return bytes([d[0] << 4 | 9] + [d[i] | d[i + 1] << 4 for i in range(1, 15, 2)])


def lv(b):
    return bytes([len(b)]) + b


ESM = bytes.fromhex("0201d011271a8080211001000010810600000000830600000000000d00")


def attach(identity, kind=1, tai=None):
    out = bytes([0x07, 0x41, 0x70 | kind]) + lv(identity) + lv(bytes.fromhex("f070c040")) + struct.pack(">H", len(ESM)) + ESM
    return out + (b"\x52" + plmn_ie(tai) + b"\x12\x34" if tai else b"") + bytes.fromhex("5c0a00")


def tau(identity):
    return bytes([0x07, 0x48, 0x71]) + lv(identity) + bytes.fromhex("5804f070c040")


BEARER = bytes.fromhex("5201c1") + lv(b"\x09") + lv(b"\x04test") + lv(bytes.fromhex("010a000001"))
ATTACH_ACCEPT = bytes.fromhex("07420149") + lv(b"\0" + plmn_ie("334-020") + b"\x12\x34") + struct.pack(">H", len(BEARER)) + BEARER
EXTENDED = bytes.fromhex("074c7005f4c0ffee01")


def ask(kind):
    return bytes([0x07, 0x55, kind])


def identity_response(digits):
    return b"\x07\x56" + lv(imsi_ie(digits))


def auth_request(rng):
    return b"\x07\x52\x01" + rng.randbytes(16) + b"\x10" + rng.randbytes(16)


def auth_response(rng):
    return b"\x07\x53\x08" + rng.randbytes(8)


def nas_security(cipher, integrity, imeisv=True):
    return bytes([0x07, 0x5D, cipher << 4 | integrity, 0x01]) + lv(bytes.fromhex("f070c040")) + (b"\xc1" if imeisv else b"")


def reject(kind, cause):
    return bytes([0x07, kind, cause])


def protect(rng, kind, nas):
    """Signed (1, 3), or encrypted (2, 4): bytes that mean nothing to others."""
    body = nas if kind in (1, 3) else bytes([0x8B]) + rng.randbytes(len(nas) - 1)
    return bytes([kind << 4 | 7]) + rng.randbytes(4) + bytes([rng.randrange(256)]) + body


def um(subtype, frame, is_up=False, arfcn=512, signal=-71):
    return struct.pack(">BBBBHbbIBBBB", 2, 4, 1, 0, arfcn | (0x4000 if is_up else 0), signal, 0, 0, subtype, 0, 0, 0) + frame


def lapdm(message, up_=False, sapi=0, number=0):
    """The frames of a message: at most twenty bytes in each."""
    parts = [message[i:i + 20] for i in range(0, len(message), 20)]
    head = lambda i, p: bytes([(3 if up_ else 1) | sapi << 2, (number + i & 7) << 1, len(p) << 2 | (2 if i < len(parts) - 1 else 0) | 1])
    return [head(i, p) + p + b"\x2b" * (20 - len(p)) for i, p in enumerate(parts)]


def deliver(pid):
    tpdu = bytes([0x04, 0x0B, 0x91]) + bytes.fromhex("5155214365f7") + bytes([pid, 0x00]) + bytes.fromhex("62308041324300") + b"\x00"
    rp = bytes([0x01, 0x42, 0x07, 0x91]) + bytes.fromhex("515521436587") + b"\x00" + lv(tpdu)
    return bytes([0x09, 0x01]) + lv(rp)
